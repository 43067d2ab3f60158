/** Each browser opens one. Beyond this the oldest is most likely a connection that broke without a word. */
export const STREAMS_PER_PERSON = 30;

type Ending = "crowded" | "stopping";

/** The open live streams of this process by person, oldest first: Next and browsers would keep them for ever. */
const shared = globalThis as typeof globalThis & { throughlineStreams?: Map<string, Set<AbortController>> };

function open() {
  shared.throughlineStreams ??= new Map();
  return shared.throughlineStreams;
}

export type JoinedStream = { signal: AbortSignal; isStopping: () => boolean; leave: () => void };

/** Registers a stream. Its signal fires when the client goes, the process stops, or too many came after it for the same person. */
export function joinStreams(personId: string | null, client: AbortSignal | undefined): JoinedStream {
  const of = personId ?? "nobody";
  const controller = new AbortController();
  const own = open().get(of) ?? new Set();
  open().set(of, own.add(controller));
  const [oldest] = own;
  if (own.size > STREAMS_PER_PERSON) close(of, oldest, "crowded");

  const end = () => controller.abort();
  client?.addEventListener("abort", end, { once: true });
  if (client?.aborted) end();
  return {
    signal: controller.signal,
    isStopping: () => controller.signal.reason === ("stopping" satisfies Ending),
    leave: () => {
      client?.removeEventListener("abort", end);
      forget(of, controller);
    },
  };
}

export function closeStreams(): void {
  for (const [of, own] of [...open()]) for (const controller of [...own]) close(of, controller, "stopping");
}

function close(of: string, controller: AbortController | undefined, why: Ending) {
  if (!controller) return;
  forget(of, controller);
  controller.abort(why);
}

function forget(of: string, controller: AbortController) {
  const own = open().get(of);
  own?.delete(controller);
  if (own?.size === 0) open().delete(of);
}
