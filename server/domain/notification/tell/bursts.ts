import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { notification } from "@/db/schema";
import { groupBy, type Tx } from "../../_kernel";
import { burstDueAt } from "../mail-due";

/** What a person is to be told at once by one workspace goes out together, when it has been quiet for a while: a burst is one mail. */
export async function gatherBursts(tx: Tx, workspaceId: string, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const isWaiting = and(
    eq(notification.workspaceId, workspaceId),
    eq(notification.pace, "at_once"),
    isNotNull(notification.mailDueAt),
    isNull(notification.mailedAt),
    isNull(notification.readAt),
  );
  const rows = await tx
    .select({ personId: notification.personId, createdAt: notification.createdAt })
    .from(notification)
    .where(and(isWaiting, inArray(notification.personId, personIds)));
  for (const [personId, theirs] of groupBy(rows, (row) => row.personId)) {
    await tx
      .update(notification)
      .set({ mailDueAt: burstDueAt(theirs.map(({ createdAt }) => createdAt)) })
      .where(and(isWaiting, eq(notification.personId, personId)));
  }
}
