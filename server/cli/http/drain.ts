import type { Server } from "node:http";
import type { Server as Forwarder } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const patienceMs = 3_500;

/** Stops accepting, ends live streams, lets requests finish for a while, then cuts what is left. */
export async function drain(server: Server, forwarders: Forwarder[], closeStreams: () => unknown): Promise<void> {
  const closed = Promise.all([server, ...forwarders].map((one) => new Promise((resolve) => one.close(resolve))));
  await closeStreams();
  server.closeIdleConnections();
  const sweeper = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, pause(patienceMs, undefined, { ref: false })]);
  clearInterval(sweeper);
  server.closeAllConnections();
}

/** Runs the farewell once: on a signal, or when the launcher that started this process was killed. */
export function onFarewell(farewell: () => Promise<void>): void {
  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    farewell().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", leave).on("SIGINT", leave);
  if (process.connected) process.on("disconnect", leave);
}
