import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Zone } from "@/db/vocabulary";
import { become, groupBy, sent, type Tx } from "../_kernel";
import { workingDaysBetween } from "../calendar";
import type { Decision } from "./decide";
import { rowsOf } from "./load";

/** A step of somebody on the reader's own side that is overdue for longer than that side's rule allows. */
export type Raised = {
  personId: string;
  participantId: string;
  planId: string;
  ruleZone: Exclude<Zone, "shared">;
  stepId: string;
  title: string;
  dueOn: string;
  ownerId: string;
  ownerName: string | null;
};
type Overdue = Raised & { afterDays: number; country: string; snoozedUntil: string | null };

type Sending = { workspaceId: string; decision: Decision };

/** A mail is read before work: what doesn't fit is raised with the next one. */
const MOST_IN_A_MAIL = 5;

/**
 * What is raised in these reminders, by tenant and person. It rides in a reminder that somebody gets anyway; a step that two lead
 * is raised to the first.
 */
export async function loadRaised(tx: Tx, sending: Sending[]): Promise<Map<string, Raised[]>> {
  const concerned = sending.filter(({ decision }) => decision.recipient.isRaisedTo);
  if (concerned.length === 0) return new Map();
  const of = [...groupBy(concerned, ({ workspaceId }) => workspaceId)].map(([workspaceId, theirs]) => ({
    workspaceId,
    personIds: theirs.map(({ decision }) => decision.recipient.personId),
  }));
  const read = await tx.execute<{ workspaceId: string; overdue: Overdue[] }>(sql`
    select t."workspaceId", reminder_escalations(t."workspaceId", t."personIds") as overdue
    from ${rowsOf(of)} as t ("workspaceId" uuid, "personIds" uuid[])`);
  const overdueIn = new Map(read.map(({ workspaceId, overdue }) => [workspaceId, overdue]));

  const taken = new Set<string>();
  return new Map(
    concerned.map(({ workspaceId, decision }) => {
      const { personId } = decision.recipient;
      const raised = (overdueIn.get(workspaceId) ?? [])
        .filter((step) => step.personId === personId && !taken.has(step.stepId))
        .filter((step) => isForTooLong(step, decision.localDay))
        .slice(0, MOST_IN_A_MAIL);
      for (const { stepId } of raised) taken.add(stepId);
      return [raisedKey(workspaceId, personId), raised];
    }),
  );
}

export const raisedKey = (workspaceId: string, personId: string) => `${workspaceId} ${personId}`;

function isForTooLong({ dueOn, afterDays, country, snoozedUntil }: Overdue, today: string | null): boolean {
  if (today === null || dueOn >= today || (snoozedUntil !== null && snoozedUntil > today)) return false;
  const [due, now] = [Temporal.PlainDate.from(dueOn), Temporal.PlainDate.from(today)];
  return workingDaysBetween(due, now, { country }) >= afterDays;
}

type Noted = { workspaceId: string; raisedOn: string; raised: Raised[] };

/** Notes what was raised, so that it isn't again and its owner is told in the plan. */
export function noteRaised(tx: Tx, noted: Noted[]): void {
  const perTenant = [...groupBy(noted, ({ workspaceId }) => workspaceId)].map(([workspaceId, theirs]) => ({
    workspaceId,
    raised: theirs.flatMap(({ raisedOn, raised }) => raised.map((step) => ({ ...step, raisedOn }))),
  }));
  const some = perTenant.filter(({ raised }) => raised.length > 0);
  if (some.length === 0) return;
  const note = sql`
    select note_escalations(t."workspaceId", t.raised) from ${rowsOf(some)} as t ("workspaceId" uuid, raised jsonb)`;
  sent(tx, tx.execute(note));
}

/** What one queued mail of somebody's raises. */
export type ToldIn = {
  mailId: string;
  personId: string;
  today: string;
  stepId: string;
  ownerId: string;
  dueOn: string;
};

/**
 * Which of these may still be said, by mail and step: still open, with the same owner and date, not put off, and to somebody who leads
 * that side still and may see it. One query for all of a tenant's mails.
 */
export async function stillRaised(tx: Tx, workspaceId: string, told: ToldIn[]): Promise<Set<string>> {
  if (told.length === 0) return new Set();
  await become(tx, { kind: "system", job: "reminder.recheck", workspaceId });
  const rows = await tx.execute<{ mailId: string; stepId: string }>(sql`
    select t."mailId", t."stepId"
    from ${rowsOf(told)} as t ("mailId" uuid, "personId" uuid, today date, "stepId" uuid, "ownerId" uuid, "dueOn" date)
    join step s on s.workspace_id = ${workspaceId}::uuid and s.id = t."stepId" and s.owner_id = t."ownerId" and s.due_on = t."dueOn"
      and s.removed_at is null and s.status in ('todo', 'doing')
    join participant o on o.workspace_id = s.workspace_id and o.id = s.owner_id and o.removed_at is null
    join participation a on a.workspace_id = s.workspace_id and a.plan_id = s.plan_id and a.person_id = t."personId" and a.side = o.side
      and a.role = case a.side when 'buyer' then 'lead'::plan_role else 'owner'::plan_role end
    join escalation_rule r on r.workspace_id = s.workspace_id and r.plan_id = s.plan_id
      and r.zone = case a.side when 'buyer' then 'committee'::zone else 'seller'::zone end and s.zone in ('shared', r.zone)
    left join step_reminder x on x.workspace_id = s.workspace_id and x.step_id = s.id
    where x.snoozed_until is null or x.snoozed_until <= t.today`);
  return new Set(rows.map(({ mailId, stepId }) => toldKey(mailId, stepId)));
}

export const toldKey = (mailId: string, stepId: string) => `${mailId} ${stepId}`;

export type Untold = { workspaceId: string; today: string; stepId: string };

/** What was noted as raised, and whose mail did not say it after all, may be raised again. */
export async function takeBackRaised(tx: Tx, untold: Untold[]): Promise<void> {
  for (const [workspaceId, theirs] of groupBy(untold, (step) => step.workspaceId)) {
    await become(tx, { kind: "system", job: "reminder.recheck", workspaceId });
    await tx.execute(sql`
      delete from step_escalation e using ${rowsOf(theirs)} as t ("stepId" uuid, today date)
      where e.workspace_id = ${workspaceId}::uuid and e.step_id = t."stepId" and e.raised_on = t.today`);
  }
}
