import { eq } from "drizzle-orm";
import { participation } from "@/db/schema";
import type { Tx } from "../_kernel";
import { touchPerson } from "../reminder";
import { findDigestsAnew } from "./digest/schedule";

/** Reminders and digests come in a person's morning, which has moved. The transaction is to be theirs. */
export async function planMorningsAnew(tx: Tx, personId: string): Promise<void> {
  const tenants = await tx
    .selectDistinct({ workspaceId: participation.workspaceId })
    .from(participation)
    .where(eq(participation.personId, personId))
    .orderBy(participation.workspaceId);
  for (const { workspaceId } of tenants) {
    await touchPerson(tx, { workspaceId, personId });
    await findDigestsAnew(tx, { workspaceId, personId });
  }
}
