import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type SunkMail = { from: string; to: string[]; raw: string };
type Refusal = { code: number; message: string };

export type SmtpSink = {
  url: string;
  mails: SunkMail[];
  parsed(): Promise<ParsedMail[]>;
  /** From now on, recipients or messages are answered so; null takes everything again. */
  refuse(at: "recipient" | "message", refusal: Refusal | null): void;
  /** From now on: take messages in and never answer. */
  hang(isHanging: boolean): void;
  /** From now on: take messages in, then cut the line instead of answering. */
  drop(isDropping: boolean): void;
  connections(): number;
  close(): Promise<void>;
};

type SinkOptions = { user?: string; password?: string; keep?: boolean };

/** An SMTP server on loopback that keeps what it is given. */
export async function smtpSink({ user, password, keep = true }: SinkOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const refusals: { recipient: Refusal | null; message: Refusal | null } = { recipient: null, message: null };
  let hanging = false;
  let dropping = false;
  let connections = 0;

  const server = new SMTPServer({
    authOptional: !user,
    allowInsecureAuth: true,
    disabledCommands: user ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password: given }, _session, done) =>
      username === user && given === password
        ? done(null, { user: username })
        : done(smtpError({ code: 535, message: "no" })),
    onRcptTo: (_address, _session, done) => done(refusals.recipient && smtpError(refusals.recipient)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => keep && chunks.push(chunk));
      stream.on("end", () => {
        if (refusals.message) return done(smtpError(refusals.message));
        mails.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        if (dropping) for (const connection of server.connections) connection.close();
        else if (!hanging) done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const credentials = user ? `${encodeURIComponent(user)}:${encodeURIComponent(password ?? "")}@` : "";

  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    mails,
    parsed: () => Promise.all(mails.map(({ raw }) => simpleParser(raw))),
    refuse: (at, refusal) => {
      refusals[at] = refusal;
    },
    hang: (isHanging) => {
      hanging = isHanging;
    },
    drop: (isDropping) => {
      dropping = isDropping;
    },
    connections: () => connections,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

const smtpError = ({ code, message }: Refusal) => Object.assign(new Error(message), { responseCode: code });
