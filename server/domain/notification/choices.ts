import { inArray } from "drizzle-orm";
import { notificationChoice } from "@/db/schema";
import { groupBy, type Tx } from "../_kernel";
import type { Choice } from "./topics";

/** What each of these people has chosen; whoever chose nothing has no entry. */
export async function choicesOf(tx: Tx, personIds: string[]): Promise<Map<string, Choice[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.select().from(notificationChoice).where(inArray(notificationChoice.personId, personIds));
  return groupBy(rows, ({ personId }) => personId);
}
