import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createForwarder, type Server as Forwarder } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import next from "next";
import { closeDatabase } from "@/db/client";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "@/server/auth/client-address";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { drain, onFarewell } from "./http/drain";
import { exchange, type FetchHandler } from "./http/exchange";
import { ownAddressOf } from "./http/own-address";
import { addPageHeaders } from "./http/page-headers";
import { refuseNewerDatabase } from "./launch/newer";
import { addressesOf } from "./launch/ports";
import { runCommand } from "./launch/refusal";

const apiPath = "/api/trpc/";
/** Mails are drawn here: Next lets nothing of its own draw to text. */
const galleryPath = "/api/mailbox/gallery";
const ownId = /^[\w-]{8,64}$/;

/** The web server: the API in front, where no rendering slows it down, and Next for everything else. */
async function serve(): Promise<undefined> {
  await refuseNewerDatabase();
  const dev = process.argv.includes("--dev");
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 });
  const app = next({ dev, dir: process.cwd(), hostname: "localhost", port: env.PORT, httpServer: server });
  const [pages, { handleTrpc, refuseTooLarge }, { closeStreams }] = await Promise.all([
    app.prepare().then(() => app.getRequestHandler()),
    import("@/server/trpc/handler"),
    import("@/server/live/streams"),
  ]);
  // While developing, Next's own route serves the API: it reloads when the code changes.
  const api = dev ? undefined : (handleTrpc satisfies FetchHandler);
  const publicAddress = new URL(env.APP_URL);

  server.on("request", (incoming, outgoing) => {
    const elsewhere = ownAddressOf(incoming, publicAddress);
    if (elsewhere) return void outgoing.writeHead(307, { location: elsewhere, "cache-control": "no-store" }).end();
    admit(incoming, outgoing, publicAddress);
    const isApi = incoming.url?.startsWith(apiPath);
    const handle = incoming.url?.startsWith(galleryPath) ? gallery : isApi ? api : undefined;
    if (!isApi) addPageHeaders(incoming, outgoing);
    const answered = handle
      ? exchange(handle, publicAddress.origin, incoming, outgoing, isApi ? refuseTooLarge : undefined)
      : pages(incoming, outgoing);
    answered.catch((error: unknown) => fail(error, incoming, outgoing));
  });

  // One stray promise is no reason to cut everybody off.
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "unhandled rejection"));
  const forwarders = await listen(server);
  onFarewell(async () => {
    await drain(server, forwarders, closeStreams);
    await Promise.race([closeDatabase(), pause(500)]);
  });
  log.info({ port: env.PORT, host: env.HOST, address: env.APP_URL }, "serving");
}

/** Loaded when somebody looks: the templates are the worker's matter. */
const gallery: FetchHandler = async (request) => (await import("@/server/api/gallery")).answerGallery(request);

/** Every request has an id, in the log and in the answer. Links and redirects are made from APP_URL, whatever Host says. */
function admit(incoming: IncomingMessage, outgoing: ServerResponse, publicAddress: URL): void {
  const given = incoming.headers["x-request-id"];
  const requestId = typeof given === "string" && ownId.test(given) ? given : randomUUID();
  incoming.headers["x-request-id"] = requestId;
  const forwardedFor = incoming.headers["x-forwarded-for"];
  incoming.headers[CLIENT_ADDRESS_HEADER] = clientAddress(incoming.socket.remoteAddress, forwardedFor);
  incoming.headers.host = publicAddress.host;
  incoming.headers["x-forwarded-proto"] = publicAddress.protocol.slice(0, -1);
  delete incoming.headers["x-forwarded-host"];
  outgoing.setHeader("x-request-id", requestId);
  if (!log.isLevelEnabled("debug")) return;

  const startedAt = performance.now();
  const path = incoming.url?.split("?")[0];
  outgoing.once("close", () => {
    const tookMs = Math.round(performance.now() - startedAt);
    log.debug({ requestId, method: incoming.method, path, status: outgoing.statusCode, tookMs }, "request");
  });
}

function fail(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const requestId = incoming.headers["x-request-id"];
  if (!outgoing.destroyed) log.error({ err: error, requestId }, "request failed");
  if (outgoing.headersSent) return void outgoing.destroy();
  outgoing.writeHead(500, { "content-type": "application/json" });
  outgoing.end(JSON.stringify({ error: { message: "unexpected", requestId } }));
}

/** Listens on every address of HOST; what arrives at the second one is handed to the first. */
async function listen(server: Server): Promise<Forwarder[]> {
  const [first, ...others] = addressesOf(env.HOST);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: env.PORT, host: first }, resolve);
  });
  return others.map((host) => {
    const forwarder = createForwarder((socket) => server.emit("connection", socket));
    // A machine without IPv6 has no ::1 to listen on.
    forwarder.once("error", () => {});
    return forwarder.listen({ port: env.PORT, host });
  });
}

await runCommand(serve);
