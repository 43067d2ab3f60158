import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export type FetchHandler = (request: Request) => Promise<Response>;

const compress = promisify(gzip);
const bodyLimitBytes = 1_048_576;
/** A browser that is answered while it still sends takes the connection for lost: up to here it is let finish first. */
const heardOutBytes = 16 * bodyLimitBytes;
/** Of more than that, the rest is read past the answer: a connection closed on unread bytes may take the answer with it. */
const lingerMs = 30_000;
const worthCompressingBytes = 4_096;

const tooLarge: FetchHandler = async () => new Response("That is too much at once.", { status: 413 });

/** Answers a node request by a handler of the fetch standard. The handler's signal aborts when the client goes away. */
export async function exchange(
  handle: FetchHandler,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  refuseTooLarge = tooLarge,
): Promise<void> {
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  const read = hasBody ? await readBody(incoming) : undefined;
  const isTooLarge = read === "too large";
  const body = isTooLarge ? undefined : read;
  if (isTooLarge) {
    // Node would close behind the answer where the client asks for that: it closes itself, once it has the answer.
    outgoing.shouldKeepAlive = true;
    outgoing.once("finish", () => readPast(incoming));
  }

  const client = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) client.abort();
  });
  const about = { method: incoming.method, headers: incoming.headers as Record<string, string> };
  const isJson = incoming.headers["content-type"]?.startsWith("application/json");
  const request =
    body && isJson
      ? new JsonRequest(origin + incoming.url, about, body, client.signal)
      : new Request(origin + incoming.url, { ...about, body, signal: client.signal });
  const response = await (isTooLarge ? refuseTooLarge : handle)(request);
  if (client.signal.aborted) return void response.body?.cancel().catch(() => {});

  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  outgoing.setHeader("x-content-type-options", "nosniff");

  const isWhole = response.headers.get("content-type")?.startsWith("application/json");
  if (!response.body || isWhole) await sendWhole(response, incoming, outgoing);
  else await sendStream(response.body, client.signal, outgoing);
}

/** A request whose body is here as a whole: read without the standard's streams, which cost more than what they carry. */
class JsonRequest extends Request {
  readonly #content: Buffer;
  readonly #signal: AbortSignal;

  constructor(url: string, about: RequestInit, content: Buffer, signal: AbortSignal) {
    super(url, about);
    this.#content = content;
    this.#signal = signal;
  }
  override get signal() {
    return this.#signal;
  }
  override async text() {
    return this.#content.toString();
  }
  override async json() {
    return JSON.parse(this.#content.toString());
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | "too large"> {
  if (Number(incoming.headers["content-length"] ?? 0) > heardOutBytes) return "too large";
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > heardOutBytes) break;
    if (size > bodyLimitBytes) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > bodyLimitBytes ? "too large" : Buffer.concat(chunks);
}

function readPast(incoming: IncomingMessage): void {
  if (incoming.complete) return;
  incoming.resume();
  const enough = setTimeout(() => incoming.socket.destroy(), lingerMs).unref();
  incoming.once("close", () => clearTimeout(enough));
}

async function sendWhole(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let content = Buffer.from(await response.arrayBuffer());
  if (content.length >= worthCompressingBytes) {
    outgoing.appendHeader("vary", "accept-encoding");
    if (/\bgzip\b/.test(String(incoming.headers["accept-encoding"] ?? ""))) {
      content = await compress(content, { level: 4 });
      outgoing.setHeader("content-encoding", "gzip");
    }
  }
  outgoing.setHeader("content-length", content.length);
  outgoing.end(incoming.method === "HEAD" ? undefined : content);
}

async function sendStream(
  body: ReadableStream<Uint8Array>,
  gone: AbortSignal,
  outgoing: ServerResponse,
): Promise<void> {
  const reader = body.getReader();
  gone.addEventListener("abort", () => void reader.cancel().catch(() => {}), { once: true });
  outgoing.flushHeaders();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!outgoing.write(value)) await drained(outgoing);
    }
  } finally {
    outgoing.end();
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off("drain", go).off("close", go);
      resolve();
    };
    outgoing.once("drain", go).once("close", go);
  });
}
