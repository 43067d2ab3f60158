import { type SQL, sql } from "drizzle-orm";
import {
  type CadenceChoice,
  maySee,
  type PlanRole,
  type Side,
  type StepKind,
  type StepStatus,
  type Zone,
} from "@/db/vocabulary";
import { groupBy, type Tx } from "../_kernel";
import type { ChosenCadence } from "./which-cadence";

export type OwnStep = {
  personId: string;
  participantId: string;
  side: Side;
  role: PlanRole;
  planId: string;
  stepId: string;
  zone: Zone;
  title: string;
  kind: StepKind;
  status: StepStatus;
  dueOn: string | null;
  sent: number;
  /** Its own, if it has one. */
  cadence: CadenceChoice | null;
  /** When it got its present date, owner and cadence. */
  scheduledAt: string;
  lastOn: string | null;
  stalledOn: string | null;
  snoozedUntil: string | null;
};

/** An open step next to one of the person's own: one that waits for it, or one that it waits for. */
export type Neighbour = {
  of: string;
  relation: "waits_for" | "is_waited_for_by";
  /** Who may know that the one waits for the other. */
  edgeZone: Zone;
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
  /** They lead a side of some plan whose overdue steps are raised. */
  isRaisedTo: boolean;
};

/** What is in this zone is left out of this participant's reminder of that day. */
export type Hold = { participantId: string; zone: Zone; localDay: string };

export type PlanOfSteps = {
  planId: string;
  title: string;
  customerName: string;
  country: string;
  timeZone: string;
  decidesOn: string;
  templateKey: string | null;
};

/** People of one tenant, and what of their open steps and of those around them their side may see. */
export type Situation = {
  workspaceId: string;
  /** Whom it was taken for; a person may have gone since. */
  people: string[];
  recipients: Recipient[];
  steps: OwnStep[];
  neighbours: Neighbour[];
  plans: Map<string, PlanOfSteps>;
  cadences: ChosenCadence[];
  holds: Hold[];
};

export type People = { workspaceId: string; personIds: string[] };

/** One query, however many tenants and people: the function confines itself to one tenant after the other. */
export const loadSituations = (tx: Tx, of: People[]): Promise<Situation[]> => situationsOf(tx, of, null);

/** The same of those only who are due; they are held until the transaction ends, and whom another tick holds is passed over. */
export const takeSituations = async (tx: Tx, of: People[], at: Date): Promise<Situation[]> =>
  situationsOf(tx, await hold(tx, of, at), at);

/** Looking at a tenant costs more than this: whoever comes second finds out first that nobody is left. */
async function hold(tx: Tx, of: People[], at: Date): Promise<People[]> {
  const wanted = of.flatMap(({ workspaceId, personIds }) => personIds.map((personId) => ({ workspaceId, personId })));
  const listOf = (ids: string[]) => sql`${`{${ids.join(",")}}`}::text::uuid[]`;
  const held = await tx.execute<{ workspaceId: string; personId: string }>(sql`
    select d.workspace_id as "workspaceId", d.person_id as "personId" from reminder_due d
    join unnest(${listOf(wanted.map(({ workspaceId }) => workspaceId))}, ${listOf(wanted.map(({ personId }) => personId))})
      as n (workspace_id, person_id) on d.workspace_id = n.workspace_id and d.person_id = n.person_id
    where d.due_at <= ${at.toISOString()}::timestamptz for update of d skip locked`);
  return [...groupBy([...held], ({ workspaceId }) => workspaceId)].map(([workspaceId, people]) => ({
    workspaceId,
    personIds: people.map(({ personId }) => personId),
  }));
}

type Read = Omit<Situation, "workspaceId" | "plans"> & { plans: PlanOfSteps[] };

async function situationsOf(tx: Tx, of: People[], dueBy: Date | null): Promise<Situation[]> {
  if (of.length === 0) return [];
  const read = await tx.execute<{ workspaceId: string; situation: Read }>(sql`
    select t."workspaceId", reminder_situation(t."workspaceId", t."personIds", ${dueBy?.toISOString() ?? null}::timestamptz) as situation
    from ${rowsOf(of)} as t ("workspaceId" uuid, "personIds" uuid[])`);
  return read.map(({ workspaceId, situation }) => {
    const plans = new Map(situation.plans.map((plan) => [plan.planId, plan]));
    const steps = situation.steps.filter(({ side, zone }) => maySee(side, zone));
    const sides = new Map(steps.map(({ stepId, side }) => [stepId, side]));
    const neighbours = situation.neighbours.filter(({ of: stepId, zone, edgeZone }) => {
      const side = sides.get(stepId);
      return side !== undefined && maySee(side, zone) && maySee(side, edgeZone);
    });
    return { ...situation, workspaceId, steps, neighbours, plans };
  });
}

/** Any number of rows as one parameter: the statement, and with it the plan that the server keeps, stays the same. */
export const rowsOf = (rows: Record<string, unknown>[]): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)`;
