import type { Caller } from "@/server/domain/_kernel";
import { Refusal } from "@/server/domain/_kernel";
import { eventsSince } from "@/server/domain/activity";
import type { Event } from "@/server/domain/activity/schemas";
import type { Cursor } from "@/server/domain/plan/schemas";
import { onWake } from "./bus";

export type Followed = { planId: string; cursor: Cursor };

export type News =
  | { planId: string; kind: "events"; events: Event[]; cursor: Cursor; here: string[] }
  | { planId: string; kind: "presence"; here: string[]; cursor: Cursor }
  | { planId: string; kind: "gone" };

/** A wake-up may be lost, and access may end without an event that its loser may see: so each plan is looked at this often. */
const LOOK_AGAIN_MS = 3_000;

/**
 * Follows plans from the given cursors: yields what is new in each, as far as the caller may see it at that moment, and `gone`
 * once they no longer may. Every look goes through a verb, so access is asked for anew each time, and so is the session.
 */
export async function* followPlans(
  askWho: () => Promise<Caller>,
  plans: Followed[],
  signal: AbortSignal,
): AsyncGenerator<News> {
  const cursors = new Map(plans.map(({ planId, cursor }) => [planId, cursor]));
  const here = new Map<string, string>();
  const dirty = new Set(cursors.keys());
  let rouse = () => {};
  let caller = await askWho();
  let isCallerOld = false;
  const wake = (planId: string) => {
    dirty.add(planId);
    rouse();
  };
  const stops = [...cursors.keys()].map((planId) => onWake(planId, () => wake(planId)));
  const poll = setInterval(() => {
    for (const planId of cursors.keys()) dirty.add(planId);
    isCallerOld = true;
    rouse();
  }, LOOK_AGAIN_MS);
  const end = () => rouse();
  signal.addEventListener("abort", end);

  try {
    while (!signal.aborted && cursors.size > 0) {
      if (dirty.size === 0) await new Promise<void>((resolve) => (rouse = resolve));
      if (isCallerOld) caller = await askWho();
      isCallerOld = false;
      const looks = [...dirty];
      dirty.clear();
      for (const planId of looks) {
        const cursor = cursors.get(planId);
        if (!cursor || signal.aborted) continue;
        const news = await look(caller, planId, cursor);
        if (news.kind === "gone") {
          cursors.delete(planId);
          yield news;
          continue;
        }
        cursors.set(planId, news.cursor);
        const present = news.here.join();
        const isPresenceNew = here.get(planId) !== present;
        here.set(planId, present);
        if (news.events.length > 0) yield news;
        else if (isPresenceNew) yield { planId, kind: "presence", here: news.here, cursor: news.cursor };
      }
    }
  } finally {
    clearInterval(poll);
    signal.removeEventListener("abort", end);
    for (const stop of stops) stop();
  }
}

async function look(caller: Caller, planId: string, cursor: Cursor) {
  try {
    const since = await eventsSince.run(caller, { planId, cursor });
    return { planId, kind: "events" as const, ...since };
  } catch (reason) {
    if (reason instanceof Refusal && ["not_found", "not_allowed", "not_signed_in"].includes(reason.code)) {
      return { planId, kind: "gone" as const };
    }
    throw reason;
  }
}
