import { type SQL, sql } from "drizzle-orm";
import type { PlanRole, Side, StepStatus, Zone } from "@/db/vocabulary";
import type { Tx } from "../_kernel";

export type OwnStep = {
  personId: string;
  participantId: string;
  side: Side;
  role: PlanRole;
  planId: string;
  stepId: string;
  zone: Zone;
  title: string;
  status: StepStatus;
  dueOn: string | null;
  sent: number;
  /** When it got its present date and owner. */
  scheduledAt: string;
  lastOn: string | null;
  stalledOn: string | null;
};

/** A step next to one of the person's own: one that waits for it, or one that it waits for. */
export type Neighbour = {
  of: string;
  relation: "waits_for" | "is_waited_for_by";
  stepId: string;
  title: string;
  dueOn: string | null;
  zone: Zone;
  ownerId: string | null;
  ownerName: string | null;
};

export type Recipient = {
  personId: string;
  email: string;
  name: string | null;
  timeZone: string | null;
  locale: string | null;
  wantsReminders: boolean;
  /** The last local day on which this workspace reminded them. */
  lastDay: string | null;
  workspaceName: string;
};

export type PlanOfSteps = {
  planId: string;
  title: string;
  customerName: string;
  country: string;
  timeZone: string;
  decidesOn: string;
};

export type Situation = {
  recipients: Recipient[];
  steps: OwnStep[];
  neighbours: Neighbour[];
  plans: Map<string, PlanOfSteps>;
};

export const maySee = (side: Side, zone: Zone) =>
  zone === "shared" || (zone === "committee" ? side === "buyer" : side === "seller");

/** What there is to know about some people in the transaction's tenant: four queries, however many they are. */
export async function loadSituation(tx: Tx, workspaceId: string, personIds: string[]): Promise<Situation> {
  const recipients = await loadRecipients(tx, workspaceId, personIds);
  const owned = await loadOwnSteps(tx, workspaceId, personIds);
  const steps = owned.filter(({ side, zone }) => maySee(side, zone));
  const neighbours = await loadNeighbours(tx, workspaceId, steps);
  const plans = await loadPlans(tx, workspaceId, steps);
  return { recipients, steps, neighbours, plans };
}

async function loadRecipients(tx: Tx, workspaceId: string, personIds: string[]): Promise<Recipient[]> {
  return [
    ...(await tx.execute<Recipient>(sql`
      select p.id as "personId", p.email, p.name, p.time_zone as "timeZone", p.locale, w.name as "workspaceName",
        coalesce(c.reminders, true) as "wantsReminders",
        (select max(d.local_day)::text from reminder_day d where d.workspace_id = ${workspaceId} and d.person_id = p.id) as "lastDay"
      from person p
      join workspace w on w.id = ${workspaceId}
      left join mail_preference c on c.workspace_id = ${workspaceId} and c.person_id = p.id
      where p.id in ${listOf(personIds)}`)),
  ];
}

/** Open steps of these people on all plans of the tenant where they still take part. */
async function loadOwnSteps(tx: Tx, workspaceId: string, personIds: string[]): Promise<OwnStep[]> {
  return [
    ...(await tx.execute<OwnStep>(sql`
      select a.person_id as "personId", a.participant_id as "participantId", a.side, a.role, s.plan_id as "planId",
        s.id as "stepId", s.zone, s.title, s.status, s.due_on::text as "dueOn",
        coalesce(r.sent, 0)::int as sent,
        to_char(coalesce(r.scheduled_at, s.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "scheduledAt", r.last_on::text as "lastOn", r.stalled_on::text as "stalledOn"
      from participation a
      join step s on s.workspace_id = a.workspace_id and s.plan_id = a.plan_id and s.owner_id = a.participant_id
        and s.removed_at is null and s.status in ('todo', 'doing', 'blocked')
      join milestone m on m.workspace_id = s.workspace_id and m.id = s.milestone_id and m.removed_at is null
      join plan p on p.workspace_id = s.workspace_id and p.id = s.plan_id and p.removed_at is null
      left join step_reminder r on r.workspace_id = s.workspace_id and r.step_id = s.id
      where a.workspace_id = ${workspaceId} and a.person_id in ${listOf(personIds)}
      order by s.due_on nulls last, s.id`)),
  ];
}

/** The open steps around these, as far as the owner's side may see both the step and that it waits. */
async function loadNeighbours(tx: Tx, workspaceId: string, steps: OwnStep[]): Promise<Neighbour[]> {
  if (steps.length === 0) return [];
  const ids = listOf(steps.map(({ stepId }) => stepId));
  const planIds = listOf(steps.map(({ planId }) => planId));
  const columns = sql`n.id as "stepId", n.title, n.due_on::text as "dueOn", n.zone, d.zone as "edgeZone",
    n.owner_id as "ownerId", o.name as "ownerName"`;
  const isOpen = sql`n.workspace_id = d.workspace_id and n.removed_at is null and n.status in ('todo', 'doing', 'blocked')`;
  const owner = sql`left join participant o on o.workspace_id = n.workspace_id and o.id = n.owner_id`;
  const found = await tx.execute<Neighbour & { edgeZone: Zone }>(sql`
    select d.step_id as of, 'waits_for' as relation, ${columns}
    from step_dependency d join step n on n.id = d.predecessor_id and ${isOpen} ${owner}
    where d.workspace_id = ${workspaceId} and d.plan_id in ${planIds} and d.step_id in ${ids}
    union all
    select d.predecessor_id as of, 'is_waited_for_by' as relation, ${columns}
    from step_dependency d join step n on n.id = d.step_id and ${isOpen} ${owner}
    where d.workspace_id = ${workspaceId} and d.predecessor_id in ${ids}`);
  const sides = new Map(steps.map(({ stepId, side }) => [stepId, side]));
  return found.filter(({ of, zone, edgeZone }) => {
    const side = sides.get(of);
    return side !== undefined && maySee(side, zone) && maySee(side, edgeZone);
  });
}

async function loadPlans(tx: Tx, workspaceId: string, steps: OwnStep[]): Promise<Map<string, PlanOfSteps>> {
  if (steps.length === 0) return new Map();
  const found = await tx.execute<PlanOfSteps>(sql`
    select id as "planId", title, customer_name as "customerName", country, time_zone as "timeZone",
      decides_on::text as "decidesOn"
    from plan where workspace_id = ${workspaceId}
      and id in ${listOf(steps.map(({ planId }) => planId))}`);
  return new Map(found.map((row) => [row.planId, row]));
}

export const listOf = (ids: string[]): SQL =>
  sql`(${sql.join(
    [...new Set(ids)].map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
