import { setTimeout as pause } from "node:timers/promises";
import { type Caller, Refusal } from "@/server/domain/_kernel";
import { personKey } from "@/server/domain/_kernel/bus";
import { readPulse } from "@/server/domain/notification";
import type { Pulse } from "@/server/domain/notification/schemas";
import { onWake } from "./bus";

export type OwnNews = { kind: "own"; pulse: Pulse };

/** Wake-ups may be lost, and plans may be left or joined: so it is looked at this often. */
const LOOK_AGAIN_MS = 5_000;
/** What comes in a burst is looked at once. */
const BREATH_MS = 150;

/**
 * Follows what is one person's over all of their plans: yields their pulse at once, and whenever it is another. Every look goes
 * through a verb, so that a signed-out device hears nothing more, and what a side may not see moves nothing.
 */
export async function* followSelf(askWho: () => Promise<Caller>, signal: AbortSignal): AsyncGenerator<OwnNews> {
  const stops = new Map<string, () => void>();
  let isDirty = true;
  let rouse = () => {};
  const wake = () => {
    isDirty = true;
    rouse();
  };
  const listenTo = (keys: string[]) => {
    for (const [key, stop] of stops) if (!keys.includes(key)) stops.delete(key) && stop();
    for (const key of keys) if (!stops.has(key)) stops.set(key, onWake(key, wake));
  };
  const poll = setInterval(wake, LOOK_AGAIN_MS);
  const end = () => rouse();
  signal.addEventListener("abort", end);
  let last = "";

  try {
    while (!signal.aborted) {
      if (!isDirty) await new Promise<void>((resolve) => (rouse = resolve));
      if (signal.aborted) return;
      isDirty = false;
      const caller = await askWho();
      const pulse = await look(caller);
      if (!pulse || !caller.personId) return;
      listenTo([personKey(caller.personId), ...pulse.planIds]);
      const seen = JSON.stringify(pulse);
      if (seen !== last) yield { kind: "own", pulse };
      last = seen;
      await pause(BREATH_MS);
    }
  } finally {
    clearInterval(poll);
    signal.removeEventListener("abort", end);
    for (const stop of stops.values()) stop();
  }
}

async function look(caller: Caller): Promise<Pulse | null> {
  try {
    return await readPulse.run(caller, {});
  } catch (reason) {
    if (reason instanceof Refusal) return null;
    throw reason;
  }
}
