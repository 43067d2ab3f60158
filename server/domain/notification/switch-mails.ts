import { and, eq } from "drizzle-orm";
import { mailPreference } from "@/db/schema";
import type { Tx } from "../_kernel";
import { touchPerson } from "../reminder";

type ReaderOfWorkspace = { workspaceId: string; personId: string };

/** What one workspace may mail a person: all that they have not ended. */
export async function mailSwitchesOf(tx: Tx, { workspaceId, personId }: ReaderOfWorkspace) {
  const [chosen] = await tx
    .select({
      reminders: mailPreference.reminders,
      notifications: mailPreference.notifications,
      digests: mailPreference.digests,
    })
    .from(mailPreference)
    .where(and(eq(mailPreference.workspaceId, workspaceId), eq(mailPreference.personId, personId)));
  return { reminders: true, notifications: true, digests: true, ...chosen };
}

/** Lets one workspace mail a person reminders, notifications and digests, or no longer. What is not named stays as it is. */
export async function switchMails(
  tx: Tx,
  { workspaceId, personId }: ReaderOfWorkspace,
  { reminders, notifications, digests }: { reminders?: boolean; notifications?: boolean; digests?: boolean },
  now: Date,
): Promise<void> {
  const set = {
    ...(reminders !== undefined && { reminders }),
    ...(notifications !== undefined && { notifications }),
    ...(digests !== undefined && { digests }),
  };
  if (Object.keys(set).length === 0) return;
  await tx
    .insert(mailPreference)
    .values({ workspaceId, personId, ...set, changedAt: now })
    .onConflictDoUpdate({
      target: [mailPreference.workspaceId, mailPreference.personId],
      set: { ...set, changedAt: now },
    });
  if (reminders) await touchPerson(tx, { workspaceId, personId });
}
