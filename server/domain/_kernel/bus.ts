import { serviceClient } from "@/db/client";

export const WAKE_CHANNEL = "plan_wake";

/** So long a wake-up waits for others to travel with. */
const LINGER_MS = 3;

const pending = new Set<string>();
let isSending = false;

/**
 * Tells every process that a plan has news. Sent after commit on a connection of its own, because a NOTIFY inside a writing
 * transaction would line up all commits of the server; many wishes for one plan become one. It carries no data: one that is
 * lost is caught up by the next, or by the streams' slow poll.
 */
export function wake(planId: string): void {
  pending.add(planId);
  if (isSending) return;
  isSending = true;
  setTimeout(send, LINGER_MS);
}

/** The same of what is one person's, over all of their plans. */
export const wakePerson = (personId: string): void => wake(personKey(personId));

/** By what the wake-ups of one person go. */
export const personKey = (personId: string) => `person:${personId}`;

async function send() {
  try {
    while (pending.size > 0) {
      const plans = [...pending];
      pending.clear();
      await serviceClient()`select pg_notify(${WAKE_CHANNEL}, plan) from unnest(${plans}::text[]) plan`;
    }
  } catch {
    pending.clear();
  } finally {
    isSending = false;
  }
}
