import { Resend } from "resend";
import type { CalendarPart } from "../meeting-file";
import { formatSender } from "../sender";
import {
  fingerprint,
  isSendable,
  type OutgoingMail,
  refusedAddress,
  type SendResult,
  type Transport,
} from "./transport";

const MOST_IN_A_BATCH = 100;
/** Under this the provider's news bring our own id back, also of mails whose acceptance got lost on the way. */
export const MAIL_TAG = "mail_id";

type ResendSettings = { apiKey: string; baseUrl?: string; timeoutSeconds?: number };
type Request = { key: string; mails: OutgoingMail[] };
type Answer = { ok: true; results: SendResult[] } | Extract<SendResult, { ok: false }>;

export function resendTransport({ apiKey, baseUrl, timeoutSeconds = 20 }: ResendSettings): Transport {
  const resend = new Resend(apiKey, { baseUrl: baseUrl ?? "https://api.resend.com" });

  return { name: "resend", batchSize: MOST_IN_A_BATCH, send, close: async () => {} };

  async function send(mails: OutgoingMail[]): Promise<SendResult[]> {
    const results = new Map<OutgoingMail, SendResult>();
    const waiting = requestsFor(mails.filter(isSendable));
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      const answer = await post(request);
      if (!answer.ok && answer.retryAfterSeconds) {
        // Told to wait: the rest isn't even tried.
        for (const mail of [request, ...waiting].flatMap((held) => held.mails)) results.set(mail, answer);
        break;
      }
      request.mails.forEach((mail, at) => {
        results.set(mail, answer.ok ? (answer.results[at] ?? accepted(mail)) : answer);
      });
    }
    return mails.map((mail) => results.get(mail) ?? refusedAddress);
  }

  async function post({ key, mails }: Request): Promise<Answer> {
    const options = { idempotencyKey: key, signal: AbortSignal.timeout(timeoutSeconds * 1000) };
    try {
      // A batch that has shrunk to one mail still goes to the door that knows its key. What has a file with it never was in one.
      const only = mails.length === 1 && (!mails[0]?.batch || mails[0].calendar) ? mails[0] : undefined;
      if (only) {
        const { data, error, headers } = await resend.emails.send(asPayload(only), options);
        return error ? readFailure(error, headers) : { ok: true, results: [accepted(only, data.id)] };
      }
      const payloads = mails.map(asPayload);
      const { data, error, headers } = await resend.batch.send(payloads, { ...options, batchValidation: "permissive" });
      return error ? readFailure(error, headers) : { ok: true, results: resultsOf(mails, data.data, data.errors) };
    } catch (thrown) {
      return { ok: false, retryable: true, error: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }
}

/**
 * Mails of one batch go under its key, as at the first try. The others are put together in the order of their keys. A batch takes no
 * files: a mail that has one goes alone.
 */
function requestsFor(mails: OutgoingMail[]): Request[] {
  const alone = mails.filter(({ calendar }) => calendar).map((mail) => ({ key: requestKey([mail]), mails: [mail] }));
  return [...alone, ...batchesOf(mails.filter(({ calendar }) => !calendar))];
}

function batchesOf(mails: OutgoingMail[]): Request[] {
  const batches = new Map<string | null, OutgoingMail[]>();
  for (const mail of mails.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const batch = mail.batch ?? null;
    batches.set(batch, [...(batches.get(batch) ?? []), mail]);
  }
  return [...batches].flatMap(([batch, members]) => {
    const requests: Request[] = [];
    for (let from = 0; from < members.length; from += MOST_IN_A_BATCH) {
      const chunk = members.slice(from, from + MOST_IN_A_BATCH);
      requests.push({ key: batch === null ? requestKey(chunk) : fingerprint(`batch:${batch}:${from}`), mails: chunk });
    }
    return requests;
  });
}

const requestKey = (mails: OutgoingMail[]) => fingerprint(mails.map((mail) => mail.key).join("\n"));

const accepted = (mail: OutgoingMail, id?: string): SendResult => ({ ok: true, providerId: id ?? requestKey([mail]) });

/** A permissive batch sends what it can: ids come for those alone, errors by their place in the request. */
function resultsOf(mails: OutgoingMail[], ids: { id: string }[], errors: { index: number; message: string }[] = []) {
  const messages = new Map(errors.map(({ index, message }) => [index, message]));
  const left = ids.map(({ id }) => id);
  return mails.map((mail, at): SendResult => {
    const error = messages.get(at);
    return error === undefined ? accepted(mail, left.shift()) : { ok: false, retryable: false, error };
  });
}

const asPayload = (mail: OutgoingMail) => ({
  from: formatSender(mail.from),
  to: mail.to,
  replyTo: mail.replyTo ?? undefined,
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  headers: mail.headers,
  attachments: mail.calendar ? [attached(mail.calendar)] : undefined,
});

const attached = ({ method, content }: CalendarPart) => ({
  filename: "invite.ics",
  content: Buffer.from(content).toString("base64"),
  contentType: `text/calendar; charset=utf-8; method=${method}`,
});

type ResendError = { name: string; message: string; statusCode: number | null };

function readFailure(error: ResendError, headers: Record<string, string> | null): Answer {
  const { statusCode: status, name } = error;
  // The provider compares bodies only with a request that it has accepted: under this key, the mails are on their way.
  if (name === "invalid_idempotent_request") return { ok: true, results: [] };

  const failed = { ok: false as const, error: `${name}: ${error.message}` };
  if (status === 429) {
    const usual = name.endsWith("quota_exceeded") ? 3600 : 1;
    return { ...failed, retryable: true, retryAfterSeconds: readRetryAfter(headers?.["retry-after"]) ?? usual };
  }
  // The account is at fault, not the mail: a key that was revoked, a domain that isn't verified.
  if (status === 401 || status === 403 || name === "invalid_from_address")
    return { ...failed, retryable: true, retryAfterSeconds: 300 };
  const isPassing = status === null || status >= 500 || status === 408 || name === "concurrent_idempotent_requests";
  return { ...failed, retryable: isPassing };
}

/** Seconds, or a date, as HTTP has it. */
function readRetryAfter(value: string | undefined): number | null {
  if (!value) return null;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? (Date.parse(value) - Date.now()) / 1000 : seconds;
  return Number.isNaN(wait) ? null : Math.min(Math.max(Math.ceil(wait), 1), 86_400);
}
