import type { TRPCClient } from "@trpc/client";
import type { Cursor } from "@/server/domain/plan/schemas";
import type { AppRouter } from "@/server/trpc/root";
import type { News, PlanNews } from "@/server/trpc/routers/live";

type Told = (news: PlanNews) => void;
type OwnNews = Extract<News, { kind: "own" }>;
type Wish =
  | { kind: "wish"; tab: string; planId: string; cursor: Cursor }
  | { kind: "bye"; tab: string; planId: string }
  | { kind: "own"; tab: string; isWanted: boolean };
type Message = Wish | { kind: "news"; news: News } | { kind: "who" };

const LOCK = "throughline-live";

/**
 * One stream for the whole browser: HTTP/1.1 gives an origin six connections, and the seventh tab with a stream of its own would
 * hang. The tab that holds a lock streams for all; when it closes, the lock passes on and the next one goes on from its cursors.
 */
class Channel {
  private readonly tab = crypto.randomUUID();
  private readonly bus = new BroadcastChannel(LOCK);
  private readonly told = new Map<string, Set<Told>>();
  private readonly cursors = new Map<string, Cursor>();
  private readonly wishes = new Map<string, Map<string, Cursor>>();
  private readonly toldOwn = new Set<(news: OwnNews) => void>();
  private readonly ownWishes = new Set<string>();
  private isLeader = false;
  private stream: { unsubscribe: () => void } | null = null;
  private restart: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly client: TRPCClient<AppRouter>) {
    this.bus.onmessage = ({ data }: MessageEvent<Message>) => this.receive(data);
    void navigator.locks.request(LOCK, () => {
      this.isLeader = true;
      this.bus.postMessage({ kind: "who" } satisfies Message);
      for (const [planId, cursor] of this.cursors) this.wish(planId, this.tab, cursor);
      if (this.toldOwn.size > 0) this.wishOwn(this.tab, true);
      return new Promise<never>(() => {});
    });
  }

  follow(planId: string, cursor: Cursor, tell: Told): () => void {
    const listeners = this.told.get(planId) ?? new Set();
    listeners.add(tell);
    this.told.set(planId, listeners);
    if (!this.cursors.has(planId)) this.cursors.set(planId, cursor);
    this.say({ kind: "wish", tab: this.tab, planId, cursor: this.cursors.get(planId) ?? cursor });
    return () => {
      listeners.delete(tell);
      if (listeners.size > 0) return;
      this.told.delete(planId);
      this.cursors.delete(planId);
      this.say({ kind: "bye", tab: this.tab, planId });
    };
  }

  followOwn(tell: (news: OwnNews) => void): () => void {
    this.toldOwn.add(tell);
    this.say({ kind: "own", tab: this.tab, isWanted: true });
    return () => {
      this.toldOwn.delete(tell);
      if (this.toldOwn.size === 0) this.say({ kind: "own", tab: this.tab, isWanted: false });
    };
  }

  private say(message: Wish) {
    if (this.isLeader) this.receive(message);
    else this.bus.postMessage(message);
  }

  private receive(message: Message) {
    if (message.kind === "news") return this.tell(message.news);
    if (message.kind === "who") {
      for (const [planId, cursor] of this.cursors) this.say({ kind: "wish", tab: this.tab, planId, cursor });
      if (this.toldOwn.size > 0) this.say({ kind: "own", tab: this.tab, isWanted: true });
      return;
    }
    if (!this.isLeader) return;
    if (message.kind === "own") this.wishOwn(message.tab, message.isWanted);
    else if (message.kind === "wish") this.wish(message.planId, message.tab, message.cursor);
    else this.unwish(message.planId, message.tab);
  }

  private wish(planId: string, tab: string, cursor: Cursor) {
    const tabs = this.wishes.get(planId) ?? new Map<string, Cursor>();
    tabs.set(tab, cursor);
    this.wishes.set(planId, tabs);
    this.reconnectSoon();
  }

  private unwish(planId: string, tab: string) {
    const tabs = this.wishes.get(planId);
    tabs?.delete(tab);
    if (tabs?.size === 0) this.wishes.delete(planId);
    this.reconnectSoon();
  }

  private wishOwn(tab: string, isWanted: boolean) {
    if (isWanted) this.ownWishes.add(tab);
    else this.ownWishes.delete(tab);
    // A tab that leaves for its next page is back at once: the stream need not be made anew for that.
    if (isWanted) this.reconnectSoon();
  }

  private reconnectSoon() {
    if (this.restart) clearTimeout(this.restart);
    this.restart = setTimeout(() => this.connect(), 20);
  }

  private connect() {
    this.stream?.unsubscribe();
    this.stream = null;
    const plans = [...this.wishes]
      .slice(0, 20)
      .map(([planId, tabs]) => ({ planId, cursor: lowest([...tabs.values()]) }));
    const own = this.ownWishes.size > 0;
    if (plans.length === 0 && !own) return;
    this.stream = this.client.live.plans.subscribe(
      { plans, own },
      {
        onData: ({ data }) => {
          this.tell(data);
          this.bus.postMessage({ kind: "news", news: data } satisfies Message);
        },
        onError: () => {
          if (this.restart) clearTimeout(this.restart);
          this.restart = setTimeout(() => this.connect(), 3_000);
        },
      },
    );
  }

  private tell(news: News) {
    if (news.kind === "own") {
      for (const tell of this.toldOwn) tell(news);
      return;
    }
    if (news.kind !== "gone") {
      if (this.cursors.has(news.planId)) this.cursors.set(news.planId, news.cursor);
      const tabs = this.wishes.get(news.planId);
      for (const tab of tabs?.keys() ?? []) tabs?.set(tab, news.cursor);
    }
    for (const tell of this.told.get(news.planId) ?? []) tell(news);
  }
}

/** Events may come twice to a tab that was already further on; refetching twice does no harm, missing one would. */
function lowest(cursors: Cursor[]): Cursor {
  const low: Cursor = {};
  for (const cursor of cursors) {
    for (const [zone, seq] of Object.entries(cursor) as [keyof Cursor, number][]) {
      low[zone] = Math.min(low[zone] ?? seq, seq);
    }
  }
  return low;
}

let channel: Channel | undefined;

export function followOwnFromThisBrowser(client: TRPCClient<AppRouter>, tell: (news: OwnNews) => void) {
  channel ??= new Channel(client);
  return channel.followOwn(tell);
}

export function followFromThisBrowser(client: TRPCClient<AppRouter>, planId: string, cursor: Cursor, tell: Told) {
  channel ??= new Channel(client);
  return channel.follow(planId, cursor, tell);
}
