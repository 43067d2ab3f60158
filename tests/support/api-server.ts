import { createServer } from "node:http";
import { closeDatabase } from "@/db/client";
import { drain, onFarewell } from "@/server/cli/http/drain";
import { exchange } from "@/server/cli/http/exchange";
import { env } from "@/server/env";
import { closeStreams } from "@/server/live/streams";
import { handleTrpc, refuseTooLarge } from "@/server/trpc/handler";

/** The API as server/cli/serve.ts mounts it, without Next: tests of the API need no build of the pages. */
const server = createServer({ keepAliveTimeout: 65_000 }, (incoming, outgoing) => {
  const { origin } = new URL(env.APP_URL);
  exchange(handleTrpc, origin, incoming, outgoing, refuseTooLarge).catch(() => outgoing.destroy());
});
server.listen(env.PORT, "127.0.0.1", () => process.stdout.write("api is ready\n"));

onFarewell(async () => {
  await drain(server, [], closeStreams);
  await closeDatabase();
});
