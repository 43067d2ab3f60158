import { connect } from "node:net";
import { createTransport } from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { readStatus } from "../bounces/status";
import {
  fingerprint,
  isSendable,
  type OutgoingMail,
  refusedAddress,
  type SendResult,
  type Transport,
} from "./transport";

type SmtpSettings = { url: string; connections?: number; timeoutSeconds?: number };

export function smtpTransport({ url, connections = 5, timeoutSeconds = 30 }: SmtpSettings): Transport {
  const patience = timeoutSeconds * 1000;
  const options = {
    // Read here: given a `url`, nodemailer takes its settings from that alone, and no pool.
    ...parseConnectionUrl(url),
    pool: true as const,
    maxConnections: connections,
    maxMessages: 1000,
    // By default the pool sends a mail again, on its own, when the connection closes before the answer: perhaps a second time.
    maxRequeues: 0,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (server: SMTPPool.Options, done: Parameters<NonNullable<SMTPPool.Options["getSocket"]>>[1]) =>
      openSocket(server, patience, done),
  } satisfies SMTPPool.Options & { maxRequeues: number };
  const pool = createTransport(options);

  return {
    name: "smtp",
    batchSize: 50,
    send: (mails) => Promise.all(mails.map((mail) => sendOne(mail))),
    close: async () => pool.close(),
  };

  async function sendOne(mail: OutgoingMail): Promise<SendResult> {
    if (!isSendable(mail)) return refusedAddress;
    try {
      const { messageId } = await pool.sendMail({
        messageId: messageIdOf(mail),
        from: { name: mail.from.name ?? "", address: mail.from.address },
        to: { name: "", address: mail.to },
        replyTo: mail.replyTo ?? undefined,
        subject: mail.subject,
        text: mail.text,
        html: inBase64(mail.html),
        headers: mail.headers,
        icalEvent: mail.calendar ? { ...mail.calendar, filename: "invite.ics" } : undefined,
      });
      return { ok: true, providerId: messageId };
    } catch (failure) {
      return readFailure(failure);
    }
  }
}

/** By itself nodemailer writes it as quoted-printable, character by character: a quarter of all that sending costs. */
const inBase64 = (content: string) => ({ content, contentTransferEncoding: "base64" });

/** Made from the key, so that a mail sent twice after a lost answer is recognised as one by those who receive it. */
const messageIdOf = ({ key, from }: OutgoingMail) => `<${fingerprint(key)}@${from.address.split("@").at(-1)}>`;

/** Without `noDelay` each command waits for the acknowledgement of the last: 23 mails a second instead of hundreds. */
function openSocket(
  server: SMTPPool.Options,
  patience: number,
  done: (error: Error | null, socket: { connection: ReturnType<typeof connect> } | null) => void,
) {
  const port = Number(server.port) || (server.secure ? 465 : 587);
  const socket = connect({ host: server.host ?? "localhost", port, noDelay: true, keepAlive: true });
  const settle = (error: Error | null) => {
    socket.removeAllListeners("connect").removeAllListeners("error").removeAllListeners("timeout").setTimeout(0);
    if (error) socket.destroy();
    done(error, error ? null : { connection: socket });
  };
  socket.setTimeout(patience, () => settle(new Error("no connection in time")));
  socket.once("connect", () => settle(null)).once("error", settle);
}

type SmtpFailure = Error & { code?: string; responseCode?: number; response?: string; command?: string };

/**
 * Worth another try: 4xx, and whatever the server holds against us rather than against this mail (greeting, password, sender).
 * A refused recipient or message is final.
 */
function readFailure(thrown: unknown): SendResult {
  const failure: SmtpFailure = thrown instanceof Error ? thrown : new Error(String(thrown));
  const error = failure.response ?? failure.message;
  const { responseCode: code = 0, command } = failure;
  const isFinal = code >= 500 && (command === "RCPT TO" || command === "DATA");
  if (!isFinal) return { ok: false, retryable: true, error };
  return { ok: false, retryable: false, error, refusal: readStatus({ code, text: error, command }) };
}
