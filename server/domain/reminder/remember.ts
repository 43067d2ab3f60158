import { sql } from "drizzle-orm";
import { become, groupBy, newId, recordEvent, sent, type Tx } from "../_kernel";
import type { Decision } from "./decide";
import { type OwnStep, type PlanOfSteps, rowsOf } from "./load";
import { type FrozenReminder, TEMPLATE } from "./props";

export type Reminder = {
  workspaceId: string;
  decision: Decision;
  /** The one that its first step is on. */
  plan: PlanOfSteps | undefined;
  isShared: boolean;
  isOfOnePlan: boolean;
  localDay: string;
  props: FrozenReminder;
};

/**
 * Queues these reminders, one per person and local day: the day's key is taken first, and whoever finds it taken sends nothing.
 * Whoever answers may quote the mail, and with it links that act as its reader: the database finds one on the reader's own side first.
 * @returns those that were queued.
 */
export async function queueReminders<R extends Reminder>(tx: Tx, reminders: R[], at: Date): Promise<R[]> {
  if (reminders.length === 0) return [];
  const wanted = reminders.map((reminder) => ({ ...reminder, mailId: newId() }));
  const mails = wanted.map(({ workspaceId, decision: { recipient }, plan, localDay, mailId, ...reminder }) => ({
    id: mailId,
    key: `reminder:${workspaceId}:${recipient.personId}:${localDay}`,
    workspaceId,
    personId: recipient.personId,
    localDay,
    address: recipient.email,
    planId: reminder.isOfOnePlan ? plan?.planId : null,
    isShared: reminder.isShared,
    locale: recipient.locale ?? (plan ? `und-${plan.country}` : "en"),
    props: reminder.props,
  }));
  const rows = sql`${rowsOf(mails)} as n (id uuid, key text, "workspaceId" uuid, "personId" uuid, "localDay" date, address text,
    "planId" uuid, "isShared" boolean, locale text, props jsonb)`;
  const taken = await tx.execute<{ id: string }>(sql`
    with n as materialized (select * from ${rows}),
    day as (
      insert into reminder_day (workspace_id, person_id, local_day, mail_id)
      select n."workspaceId", n."personId", n."localDay", n.id from n
      on conflict do nothing returning mail_id)
    insert into mail (id, key, workspace_id, person_id, template, "to", from_name, reply_to, locale, props, next_attempt_at, created_at)
    select n.id, n.key, n."workspaceId", n."personId", ${TEMPLATE}::text, n.address, s.from_name, s.reply_to, n.locale, n.props,
      ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz
    from day join n on n.id = day.mail_id
      left join lateral reminder_sender(n."workspaceId", n."planId", n."isShared", n.address) s on true
    returning id`);
  const isOurs = new Set(taken.map(({ id }) => id));
  const queued = wanted.filter(({ mailId }) => isOurs.has(mailId));
  if (queued.length > 0) sent(tx, count(tx, queued));
  return queued;
}

async function count(tx: Tx, queued: Reminder[]) {
  const perTenant = [...groupBy(queued, ({ workspaceId }) => workspaceId)].map(([workspaceId, reminders]) => ({
    workspaceId,
    reminded: reminders.flatMap(({ decision, localDay }) =>
      decision.items.map(({ planId, zone, stepId }) => ({ planId, zone, stepId, lastOn: localDay })),
    ),
  }));
  await tx.execute(sql`
    select count_reminders(t."workspaceId", t.reminded) from ${rowsOf(perTenant)} as t ("workspaceId" uuid, reminded jsonb)`);
}

export type Stall = { workspaceId: string; step: OwnStep; on: string };

/** Shows on the plan that reminding a step has ended without its being done. */
export async function markStalled(tx: Tx, stalls: Stall[], at: Date): Promise<void> {
  for (const { workspaceId, step, on } of stalls) {
    await become(tx, { kind: "system", job: "reminder.tick", workspaceId });
    await recordEvent(tx, { workspaceId, participantId: null, name: "Throughline" }, at, "step.stalled", {
      planId: step.planId,
      zone: step.zone,
      subject: { type: "step", id: step.stepId },
      after: { title: step.title, stalledOn: on },
    });
    await tx.execute(sql`update step_reminder set stalled_on = ${on}::date
      where workspace_id = ${workspaceId}::uuid and step_id = ${step.stepId}::uuid`);
  }
}

export type NextLook = { workspaceId: string; personId: string; nextAt: Date | null };

/** Writes down when to look at each person again; whoever has nothing ahead is taken off the list. */
export function lookAgain(tx: Tx, looks: NextLook[]): void {
  const rows = sql`${rowsOf(looks)} as n ("workspaceId" uuid, "personId" uuid, "nextAt" timestamptz)`;
  const isTheirs = sql`d.workspace_id = n."workspaceId" and d.person_id = n."personId"`;
  const write = sql`update reminder_due d set due_at = n."nextAt" from ${rows} where ${isTheirs} and n."nextAt" is not null`;
  sent(tx, tx.execute(write));
  if (looks.some(({ nextAt }) => nextAt === null)) {
    sent(tx, tx.execute(sql`delete from reminder_due d using ${rows} where ${isTheirs} and n."nextAt" is null`));
  }
}
