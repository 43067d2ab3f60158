import { and, eq, inArray, sql } from "drizzle-orm";
import { mail, reminderDay, reminderDue } from "@/db/schema";
import { newId, recordEvent, type Tx } from "../_kernel";
import type { Decision } from "./decide";
import type { OwnStep } from "./load";
import { type FrozenReminder, TEMPLATE } from "./props";

export type Reminder = { decision: Decision; localDay: string; props: FrozenReminder };

const STAMP = { participantId: null, name: "Throughline" };

/**
 * Queues these reminders, one per person and local day: the day's key is taken first, and whoever finds it taken sends nothing.
 * @returns those that were queued.
 */
export async function queueReminders(
  tx: Tx,
  workspaceId: string,
  reminders: Reminder[],
  at: Date,
): Promise<Reminder[]> {
  if (reminders.length === 0) return [];
  const wanted = reminders.map((reminder) => ({ ...reminder, mailId: newId() }));
  const taken = await tx
    .insert(reminderDay)
    .values(
      wanted.map(({ decision, localDay, mailId }) => ({
        workspaceId,
        personId: decision.recipient.personId,
        localDay,
        mailId,
      })),
    )
    .onConflictDoNothing()
    .returning({ mailId: reminderDay.mailId });
  const isOurs = new Set(taken.map(({ mailId }) => mailId));
  const queued = wanted.filter(({ mailId }) => isOurs.has(mailId));
  if (queued.length === 0) return [];

  await tx.insert(mail).values(
    queued.map(({ decision: { recipient }, localDay, mailId, props }) => ({
      id: mailId,
      key: `reminder:${workspaceId}:${recipient.personId}:${localDay}`,
      workspaceId,
      personId: recipient.personId,
      template: TEMPLATE,
      to: recipient.email,
      fromName: recipient.workspaceName,
      locale: recipient.locale ?? "en",
      props,
      nextAttemptAt: at,
      createdAt: at,
    })),
  );
  await count(
    tx,
    workspaceId,
    queued.flatMap(({ decision, localDay }) => decision.items.map((step) => ({ step, localDay }))),
  );
  return queued;
}

async function count(tx: Tx, workspaceId: string, reminded: { step: OwnStep; localDay: string }[]) {
  const rows = reminded.map(({ step, localDay }) => ({
    plan_id: step.planId,
    zone: step.zone,
    step_id: step.stepId,
    last_on: localDay,
  }));
  await tx.execute(sql`
    insert into step_reminder as r (workspace_id, plan_id, zone, step_id, sent, last_on)
    select ${workspaceId}, n.plan_id, n.zone, n.step_id, 1, n.last_on
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (plan_id uuid, zone zone, step_id uuid, last_on date)
      order by n.step_id
    on conflict (workspace_id, step_id) do update set sent = r.sent + 1, last_on = excluded.last_on, zone = excluded.zone`);
}

/** Shows on the plan that reminding a step has ended without its being done. @returns the plans that have news. */
export async function markStalled(
  tx: Tx,
  workspaceId: string,
  stalled: { step: OwnStep; on: string }[],
  at: Date,
): Promise<string[]> {
  for (const { step, on } of stalled) {
    await recordEvent(tx, { ...STAMP, workspaceId }, at, "step.stalled", {
      planId: step.planId,
      zone: step.zone,
      subject: { type: "step", id: step.stepId },
      after: { title: step.title, stalledOn: on },
    });
    await tx.execute(sql`update step_reminder set stalled_on = ${on}::date
      where workspace_id = ${workspaceId} and step_id = ${step.stepId}`);
  }
  return stalled.map(({ step }) => step.planId);
}

/** Writes down when to look at each person again; whoever has nothing ahead is taken off the list. */
export async function lookAgain(tx: Tx, workspaceId: string, decisions: { personId: string; nextAt: Date | null }[]) {
  const done = decisions.filter(({ nextAt }) => nextAt === null).map(({ personId }) => personId);
  if (done.length > 0) {
    await tx
      .delete(reminderDue)
      .where(and(eq(reminderDue.workspaceId, workspaceId), inArray(reminderDue.personId, done)));
  }
  const later = decisions.flatMap(({ personId, nextAt }) =>
    nextAt ? [{ person_id: personId, due_at: nextAt.toISOString() }] : [],
  );
  if (later.length === 0) return;
  await tx.execute(sql`
    update reminder_due d set due_at = n.due_at
    from jsonb_to_recordset(${JSON.stringify(later)}::jsonb) as n (person_id uuid, due_at timestamptz)
    where d.workspace_id = ${workspaceId} and d.person_id = n.person_id`);
}
