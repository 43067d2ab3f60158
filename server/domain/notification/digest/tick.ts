import { and, asc, eq, lte, min } from "drizzle-orm";
import { digestDue } from "@/db/schema";
import { now, setAside, withinService } from "../../_kernel";
import type { Reader } from "./heads";
import { lookAt } from "./look";

const MOST_AT_ONCE = 200;

const troubles = setAside("somebody's digest failed");
const keyOf = ({ workspaceId, personId }: Reader) => `${workspaceId} ${personId}`;

/** Looks at everybody who heads plans and is due, and at nobody else. Any number of ticks may run at once. */
export async function tickDigests(signal?: AbortSignal): Promise<void> {
  for (;;) {
    const due = await findDue();
    let looked = 0;
    for (const one of due) {
      if (signal?.aborted) return;
      try {
        looked += await withinService((tx) => lookAt(tx, one));
        troubles.clear(keyOf(one));
      } catch (reason) {
        await putOff(one, troubles.note(keyOf(one), reason, one));
      }
    }
    // What another tick holds the next round finds still due.
    if (looked === 0 || due.length < MOST_AT_ONCE) return;
  }
}

const findDue = (): Promise<Reader[]> =>
  withinService((tx) =>
    tx
      .select({ workspaceId: digestDue.workspaceId, personId: digestDue.personId })
      .from(digestDue)
      .where(lte(digestDue.dueAt, now()))
      .groupBy(digestDue.workspaceId, digestDue.personId)
      .orderBy(asc(min(digestDue.dueAt)))
      .limit(MOST_AT_ONCE),
  );

const putOff = ({ workspaceId, personId }: Reader, dueAt: Date) =>
  withinService((tx) =>
    tx
      .update(digestDue)
      .set({ dueAt })
      .where(
        and(eq(digestDue.workspaceId, workspaceId), eq(digestDue.personId, personId), lte(digestDue.dueAt, dueAt)),
      ),
  );
