/** The open live streams of this process, so that a stop can end them: Next and browsers would keep them for ever. */
const shared = globalThis as typeof globalThis & { throughlineStreams?: Set<AbortController> };

function open() {
  shared.throughlineStreams ??= new Set();
  return shared.throughlineStreams;
}

/** Registers a stream. Its signal fires when the client goes or the process stops. */
export function joinStreams(client: AbortSignal | undefined): { signal: AbortSignal; leave: () => void } {
  const controller = new AbortController();
  const streams = open();
  streams.add(controller);
  const end = () => controller.abort();
  client?.addEventListener("abort", end, { once: true });
  if (client?.aborted) end();
  return {
    signal: controller.signal,
    leave: () => {
      client?.removeEventListener("abort", end);
      streams.delete(controller);
    },
  };
}

export function closeStreams(): void {
  for (const controller of open()) controller.abort();
}
