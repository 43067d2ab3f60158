import { sql } from "drizzle-orm";
import { now } from "../_kernel/clock";
import type { Tx } from "../_kernel/within";

type Owners = { workspaceId: string; planId: string; participantIds: (string | null | undefined)[] };

/**
 * Has the steps of these participants looked at by the next tick, in the transaction that changed them. Who hasn't joined gets
 * no reminders. A tick that is at work on the same person is waited for, so that it can't overlook the change.
 */
export async function touchReminders(tx: Tx, { workspaceId, planId, participantIds }: Owners): Promise<void> {
  const owners = participantIds.filter((id) => id != null);
  if (owners.length === 0) return;
  await tx.execute(sql`
    insert into reminder_due (workspace_id, person_id, due_at)
    select p.workspace_id, p.person_id, ${now().toISOString()}::timestamptz from participation p
      where p.workspace_id = ${workspaceId} and p.plan_id = ${planId}
        and p.participant_id = any(${`{${owners.join(",")}}`}::text::uuid[])
      order by p.person_id
    on conflict (workspace_id, person_id) do update set due_at = excluded.due_at
      where reminder_due.due_at > excluded.due_at`);
}

/** Has one person looked at by the next tick: who wants reminders again, or is in another time zone now. */
export async function touchPerson(tx: Tx, { workspaceId, personId }: { workspaceId: string; personId: string }) {
  await tx.execute(sql`
    insert into reminder_due (workspace_id, person_id, due_at)
    values (${workspaceId}, ${personId}, ${now().toISOString()}::timestamptz)
    on conflict (workspace_id, person_id) do update set due_at = excluded.due_at`);
}

/**
 * Begins counting anew for a step that got another date or another owner. What would have been due before this moment is not
 * made up for: rescheduling sends nothing.
 */
export async function resetReminders(tx: Tx, workspaceId: string, stepId: string): Promise<void> {
  await tx.execute(sql`
    insert into step_reminder (workspace_id, plan_id, zone, step_id, scheduled_at)
    select s.workspace_id, s.plan_id, s.zone, s.id, ${now().toISOString()}::timestamptz from step s
      where s.workspace_id = ${workspaceId} and s.id = ${stepId}
    on conflict (workspace_id, step_id) do update
      set zone = excluded.zone, sent = 0, scheduled_at = excluded.scheduled_at, last_on = null, stalled_on = null,
        snoozed_until = null`);
}

/** Puts a step's reminders off to a day, or no longer. Whoever answers so has answered: the plan shows no stall until then. */
export async function snoozeReminders(
  tx: Tx,
  workspaceId: string,
  stepId: string,
  until: string | null,
): Promise<void> {
  await tx.execute(sql`
    insert into step_reminder (workspace_id, plan_id, zone, step_id, snoozed_until)
    select s.workspace_id, s.plan_id, s.zone, s.id, ${until}::date from step s
      where s.workspace_id = ${workspaceId} and s.id = ${stepId}
    on conflict (workspace_id, step_id) do update set snoozed_until = excluded.snoozed_until, stalled_on = null`);
}

/** Lets go what would have been due before this moment, and keeps the count: for a step with another cadence. */
export async function letGoReminders(tx: Tx, workspaceId: string, stepId: string): Promise<void> {
  await tx.execute(sql`
    insert into step_reminder (workspace_id, plan_id, zone, step_id, scheduled_at)
    select s.workspace_id, s.plan_id, s.zone, s.id, ${now().toISOString()}::timestamptz from step s
      where s.workspace_id = ${workspaceId} and s.id = ${stepId}
    on conflict (workspace_id, step_id) do update set scheduled_at = excluded.scheduled_at, stalled_on = null`);
}

/** Has everybody on a plan looked at by the next tick: its days are another country's, or somebody is named who waits there. */
export async function touchPlan(tx: Tx, { workspaceId, planId }: { workspaceId: string; planId: string }) {
  await tx.execute(sql`
    insert into reminder_due (workspace_id, person_id, due_at)
    select p.workspace_id, p.person_id, ${now().toISOString()}::timestamptz from participation p
      where p.workspace_id = ${workspaceId} and p.plan_id = ${planId}
      order by p.person_id
    on conflict (workspace_id, person_id) do update set due_at = excluded.due_at
      where reminder_due.due_at > excluded.due_at`);
}

/** Has everybody on a workspace's plans looked at by the next tick, or on those of one template. */
export async function touchWorkspace(tx: Tx, workspaceId: string, templateKey: string | null): Promise<void> {
  await tx.execute(sql`
    insert into reminder_due (workspace_id, person_id, due_at)
    select distinct a.workspace_id, a.person_id, ${now().toISOString()}::timestamptz
      from participation a join plan p on p.workspace_id = a.workspace_id and p.id = a.plan_id and p.removed_at is null
      where a.workspace_id = ${workspaceId} and (${templateKey}::text is null or p.template_key = ${templateKey}::text)
      order by a.person_id
    on conflict (workspace_id, person_id) do update set due_at = excluded.due_at
      where reminder_due.due_at > excluded.due_at`);
}
