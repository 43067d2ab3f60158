import superjson from "superjson";
import type { Cursor } from "@/server/domain/plan/schemas";
import type { News } from "@/server/trpc/routers/live";
import { until } from "./worker";

type Followed = { planId: string; cursor: Cursor };

export type LiveStream = {
  news: News[];
  /** Of the last message, as a browser would send it when it comes back. */
  lastEventId: () => string | undefined;
  isOver: () => boolean;
  /** The server said that nothing more will come; a browser then does not come back, as it does after a cut. */
  isEnded: () => boolean;
  /** Waits for the first message that is meant, and says how long after the call it came. */
  meets: (isMeant: (news: News) => boolean, seconds?: number) => Promise<News>;
  over: (seconds: number) => Promise<unknown>;
  cut: () => void;
};

/** The real subscription over HTTP, read as an EventSource reads it. Answers once it is connected. */
export async function openStream(
  address: string,
  cookie: string,
  plans: Followed[],
  lastEventId?: string,
  own = false,
): Promise<LiveStream> {
  const controller = new AbortController();
  const input = encodeURIComponent(JSON.stringify(superjson.serialize({ plans, own })));
  const answer = await fetch(`${address}/api/trpc/live.plans?input=${input}`, {
    headers: { cookie, accept: "text/event-stream", ...(lastEventId && { "last-event-id": lastEventId }) },
    signal: controller.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`the stream was answered with ${answer.status}`);
  const news: News[] = [];
  let reached: string | undefined;
  let isOver = false;
  let isEnded = false;

  const hear = (block: string) => {
    const fields = new Map(block.split("\n").map((line) => split(line)));
    if (fields.get("event") === "return") isEnded = true;
    const id = fields.get("id");
    if (id === undefined) return;
    reached = id;
    news.push(superjson.deserialize<News>(JSON.parse(fields.get("data") ?? "")));
  };
  const read = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) hear(block);
    }
  };
  read(answer.body)
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });

  return {
    news,
    lastEventId: () => reached,
    isOver: () => isOver,
    isEnded: () => isEnded,
    meets: async (isMeant, seconds = 5) => {
      const found = await until(() => news.find(isMeant), Boolean, seconds);
      if (!found) throw new Error("unreachable");
      return found;
    },
    over: (seconds) => until(() => isOver, Boolean, seconds),
    cut: () => controller.abort(),
  };
}

function split(line: string): [string, string] {
  const at = line.indexOf(":");
  return [line.slice(0, at), line.slice(at + 1).trim()];
}
