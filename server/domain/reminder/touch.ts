import { and, eq, sql } from "drizzle-orm";
import { stepReminder } from "@/db/schema";
import { now } from "../_kernel/clock";
import type { Tx } from "../_kernel/within";

type Owners = { workspaceId: string; planId: string; participantIds: (string | null | undefined)[] };

/**
 * Has the steps of these participants looked at by the next tick, in the transaction that changed them. Who hasn't joined gets
 * no reminders. A tick that is at work on the same person is waited for, so that it can't overlook the change.
 */
export async function touchReminders(tx: Tx, { workspaceId, planId, participantIds }: Owners): Promise<void> {
  const owners = [...new Set(participantIds.filter((id) => id != null))];
  if (owners.length === 0) return;
  await tx.execute(sql`
    insert into reminder_due (workspace_id, person_id, due_at)
    select p.workspace_id, p.person_id, ${now().toISOString()}::timestamptz from participation p
      where p.workspace_id = ${workspaceId} and p.plan_id = ${planId}
        and p.participant_id in (${sql.join(
          owners.map((id) => sql`${id}::uuid`),
          sql`, `,
        )})
      order by p.person_id
    on conflict (workspace_id, person_id) do update set due_at = excluded.due_at
      where reminder_due.due_at > excluded.due_at`);
}

/** Forgets how often a step was reminded of: for a step that is due on another day, or open again. */
export async function resetReminders(tx: Tx, workspaceId: string, stepId: string): Promise<void> {
  await tx.delete(stepReminder).where(and(eq(stepReminder.workspaceId, workspaceId), eq(stepReminder.stepId, stepId)));
}
