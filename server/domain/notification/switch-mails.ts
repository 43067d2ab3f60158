import { mailPreference } from "@/db/schema";
import type { Tx } from "../_kernel";
import { touchPerson } from "../reminder";

/** Lets one workspace mail a person reminders and notifications, or no longer. What is not named stays as it is. */
export async function switchMails(
  tx: Tx,
  of: { workspaceId: string; personId: string },
  { reminders, notifications }: { reminders?: boolean; notifications?: boolean },
  now: Date,
): Promise<void> {
  const set = { ...(reminders !== undefined && { reminders }), ...(notifications !== undefined && { notifications }) };
  if (Object.keys(set).length === 0) return;
  await tx
    .insert(mailPreference)
    .values({ ...of, ...set, changedAt: now })
    .onConflictDoUpdate({
      target: [mailPreference.workspaceId, mailPreference.personId],
      set: { ...set, changedAt: now },
    });
  if (reminders) await touchPerson(tx, of);
}
