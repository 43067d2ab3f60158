import postgres from "postgres";
import { roleUrl } from "@/db/connection";
import { personKey, WAKE_CHANNEL } from "@/server/domain/_kernel/bus";
import { env } from "@/server/env";

type Listener = () => void;

/** Wake-ups of this process: one LISTEN connection, and whoever waits for each plan or person. */
const shared = globalThis as typeof globalThis & {
  throughlineBus?: { listeners: Map<string, Set<Listener>>; client: postgres.Sql };
};

function bus() {
  if (shared.throughlineBus) return shared.throughlineBus;
  const listeners = new Map<string, Set<Listener>>();
  const client = postgres(roleUrl("throughline_service", { ownerUrl: env.DATABASE_URL, secret: env.AUTH_SECRET }), {
    max: 1,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: "throughline_live" },
  });
  const wakeAll = () => {
    for (const waiting of listeners.values()) for (const wake of waiting) wake();
  };
  const onNotify = (key: string) => {
    for (const wake of listeners.get(key) ?? []) wake();
    if (!key.startsWith(personKey(""))) for (const wake of listeners.get(ANY_PLAN) ?? []) wake();
  };
  // After a lost connection postgres.js listens again and calls back: whatever was missed is then read from the events.
  client.listen(WAKE_CHANNEL, onNotify, wakeAll).catch(() => {});
  shared.throughlineBus = { listeners, client };
  return shared.throughlineBus;
}

/** Calls `wake` whenever a plan, or what is one person's, may have news. @returns how to stop. */
export function onWake(key: string, wake: Listener): () => void {
  const { listeners } = bus();
  const waiting = listeners.get(key) ?? new Set();
  waiting.add(wake);
  listeners.set(key, waiting);
  return () => {
    waiting.delete(wake);
    if (waiting.size === 0) listeners.delete(key);
  };
}

/** Whoever waits under this is woken by every plan's news. */
const ANY_PLAN = "any plan";

/** Calls `wake` whenever any plan at all may have news. */
export const onAnyWake = (wake: Listener): (() => void) => onWake(ANY_PLAN, wake);
