import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { HOUR } from "./days";
import { numberOf } from "./fill";
import type { TakenMail } from "./oracle/played";

/** What becomes of one request: `lost` is taken and the line is cut, `cut` is not even taken. */
export type Fate = "taken" | "lost" | "cut" | "busy" | "down";
export type Request = { worker: number; mails: number };

export type Provider = {
  urlOf(worker: number): string;
  /** What it took since it was last asked. */
  collect(): TakenMail[];
  /** Its own keys, and those of the mails in them, that it took more than once. */
  keysTakenTwice: string[];
  /** How many requests it didn't take, or took without an answer. */
  refused(): number;
  close(): Promise<void>;
};

type Asked = { now: () => number; fateOf: (request: Request) => Fate; retryAfter: () => number };
type Answer = { body: string; ids: string[]; until: number };
type Received = { to: string; text: string; headers?: Record<string, string> };

/** For so long it knows a key. */
const KEY_LIFE = 24 * HOUR;
/** How many steps a mail names. */
const MOST_STEPS = 8;
const PATIENCE_MS = 40;
const personal = /^(?!- ).*\/plans\/[0-9a-f-]+\/steps\?step=([0-9a-f-]+)$/gm;

/** The far end of the provider's API: it knows each key for a day, and answers the same to the same. */
export async function openProvider({ now, fateOf, retryAfter }: Asked): Promise<Provider> {
  const answers = new Map<string, Answer>();
  const tried = new Map<string, number>();
  const known = new Set<string>();
  const keysTakenTwice: string[] = [];
  let taken: TakenMail[] = [];
  let refused = 0;

  function take(key: string, body: string, mails: Received[]): Answer {
    const answer = { body, ids: mails.map((_, at) => `${answers.size}-${at}`), until: now() + KEY_LIFE };
    answers.set(key, answer);
    const arrived = mails.map((mail) => asTaken(mail, tried, now()));
    taken.push(...arrived);
    for (const name of [key, ...arrived.map(({ reference }) => reference)]) {
      if (known.has(name)) keysTakenTwice.push(name);
      known.add(name);
    }
    return answer;
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    const mails: Received[] = [JSON.parse(body)].flat();
    for (const { headers } of mails) {
      const reference = headers?.["X-Entity-Ref-ID"] ?? "";
      if (!tried.has(reference)) tried.set(reference, now());
    }
    const [, worker, door] = /^\/w(\d+)(\/.*)$/.exec(request.url ?? "") ?? [];
    const key = `${door} ${request.headers["idempotency-key"]}`;
    const fate = fateOf({ worker: Number(worker), mails: mails.length });
    if (fate !== "taken") refused += 1;
    if (fate === "cut") return request.socket.destroy();
    if (fate === "down") return say(response, 503, { statusCode: 503, name: "application_error", message: "down" });
    if (fate === "busy") {
      const wait = { "retry-after": String(retryAfter()) };
      return say(response, 429, { statusCode: 429, name: "rate_limit_exceeded", message: "too many" }, wait);
    }
    const earlier = answers.get(key);
    const answered = earlier && earlier.until > now() ? earlier : undefined;
    if (answered && answered.body !== body) {
      return say(response, 409, { statusCode: 409, name: "invalid_idempotent_request", message: "another body" });
    }
    const { ids } = answered ?? take(key, body, mails);
    if (fate === "lost") {
      await pause(PATIENCE_MS);
      return request.socket.destroy();
    }
    const rows = ids.map((id) => ({ id }));
    say(response, 200, door === "/emails" ? rows[0] : { data: rows });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;

  return {
    urlOf: (worker) => `http://127.0.0.1:${port}/w${worker}`,
    collect: () => {
      const all = taken;
      taken = [];
      return all;
    },
    keysTakenTwice,
    refused: () => refused,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function asTaken({ to, text, headers }: Received, tried: Map<string, number>, at: number): TakenMail {
  const reference = headers?.["X-Entity-Ref-ID"] ?? "";
  const [, workspace = ""] = /<reminders\.([0-9a-f-]+)\./.exec(headers?.["List-Id"] ?? "") ?? [];
  const steps = [...text.matchAll(personal)].map(([, id = ""]) => numberOf(id));
  return {
    reference,
    workspace: numberOf(workspace),
    person: Number(/^p(\d+)@/.exec(to)?.[1]),
    steps,
    isFull: steps.length >= MOST_STEPS,
    firstTriedAt: tried.get(reference) ?? at,
  };
}

function say(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
