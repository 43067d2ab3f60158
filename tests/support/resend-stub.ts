import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type StubbedMail = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  headers?: Record<string, string>;
};
export type AcceptedRequest = { key: string; door: "single" | "batch"; mails: StubbedMail[]; ids: string[] };
/** How the next request is answered; `drop` takes it in and cuts the line instead of answering. */
export type Trick =
  | { kind: "status"; status: number; name?: string; headers?: Record<string, string> }
  | { kind: "drop" }
  | { kind: "hang" };

export type ResendStub = {
  url: string;
  apiKey: string;
  /** Each accepted key once, however often it was sent. */
  accepted: AcceptedRequest[];
  mails(): StubbedMail[];
  /** Every request that came in, accepted or not. */
  requests(): number;
  next(...tricks: Trick[]): void;
  /** How every request is answered until told otherwise. */
  always(trick: Trick | null): void;
  close(): Promise<void>;
};

/** The provider's far end: keys, batches and refusals as its API has them, over a real socket. */
export async function resendStub(): Promise<ResendStub> {
  const apiKey = "re_stub";
  const accepted: AcceptedRequest[] = [];
  const bodies = new Map<string, string>();
  const tricks: Trick[] = [];
  let standing: Trick | null = null;
  let requests = 0;

  const server = createServer(async (request, response) => {
    requests += 1;
    const body = await readBody(request);
    const key = String(request.headers["idempotency-key"] ?? "");
    const trick = tricks.shift() ?? standing;
    if (request.headers.authorization !== `Bearer ${apiKey}`) return refuse(response, 401, "invalid_api_key");
    if (trick?.kind === "status") return refuse(response, trick.status, trick.name, trick.headers);
    if (request.method !== "POST" || !["/emails", "/emails/batch"].includes(request.url ?? "")) {
      return refuse(response, 404, "not_found");
    }
    if (key.length < 1 || key.length > 256) return refuse(response, 400, "invalid_idempotency_key");

    const door = request.url === "/emails" ? "single" : "batch";
    const known = bodies.get(`${door} ${key}`);
    if (known !== undefined && known !== body) return refuse(response, 409, "invalid_idempotent_request");

    const mails: StubbedMail[] = [JSON.parse(body)].flat();
    const isPermissive = request.headers["x-batch-validation"] === "permissive";
    const errors = mails.flatMap((mail, index) => (isValid(mail) ? [] : [{ index, message: "Invalid `to` field." }]));
    if (mails.length > 100 || (errors.length > 0 && !(door === "batch" && isPermissive))) {
      return refuse(response, 422, "validation_error");
    }

    let entry = accepted.find((other) => other.key === key && other.door === door);
    if (!entry) {
      const valid = mails.filter(isValid);
      entry = { key, door, mails: valid, ids: valid.map((_, at) => `${accepted.length}-${at}`) };
      accepted.push(entry);
      bodies.set(`${door} ${key}`, body);
    }
    if (trick?.kind === "drop") return request.socket.destroy();
    if (trick?.kind === "hang") return;
    const ids = entry.ids.map((id) => ({ id }));
    answer(response, 200, door === "single" ? ids[0] : { data: ids, ...(isPermissive && { errors }) });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    accepted,
    mails: () => accepted.flatMap((entry) => entry.mails),
    requests: () => requests,
    next: (...more) => tricks.push(...more),
    always: (trick) => {
      standing = trick;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const isValid = (mail: StubbedMail) =>
  typeof mail.to === "string" && /^[^@\s]+@[^@\s]+$/.test(mail.to) && mail.subject !== "";

function refuse(
  response: ServerResponse,
  status: number,
  name = "application_error",
  headers: Record<string, string> = {},
) {
  answer(response, status, { statusCode: status, name, message: name }, headers);
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
