import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { milestone, participant, type plan, step, stepReminder } from "@/db/schema";
import type { PlanRole, Side } from "@/db/vocabulary";
import { groupBy, prepared, type Tx, todayIn } from "../_kernel";
import { noSteps } from "../health";
import { healthOf } from "./health";
import { saidOfPlans } from "./health-facts";
import type { PlanListItem } from "./schemas";

type Listed = {
  plan: typeof plan.$inferSelect;
  supplierName: string;
  me: { side: Side; role: PlanRole } | null;
};

/** What lists show of plans: their lines, counts and health. Four queries, whatever the number of plans, each in the transaction's sight. */
export async function planListItems(tx: Tx, listed: Listed[], now: Date): Promise<PlanListItem[]> {
  if (listed.length === 0) return [];
  const todays = listed.map(({ plan }) => todayIn(plan.timeZone, now));
  const these = {
    workspaceIds: [...new Set(listed.map(({ plan }) => plan.workspaceId))],
    planIds: listed.map(({ plan }) => plan.id),
  };
  const [milestones, steps, people, said] = await Promise.all([
    milestonesOf(tx, these),
    stepCountsOf(tx, { ...these, todays }),
    peopleCountsOf(tx, these),
    saidOfPlans(tx, these),
  ]);
  const milestonesIn = groupBy(milestones, (row) => row.planId);
  const stepsIn = groupBy(steps, (row) => row.planId);
  const peopleIn = new Map(people.map((row) => [row.planId, row]));
  const saidIn = new Map(said.map((row) => [row.planId, row]));

  return listed.map(({ plan, supplierName, me }, index) => {
    const counts = stepsIn.get(plan.id) ?? [];
    const ofMilestone = new Map(counts.map((row) => [row.milestoneId, row]));
    const lastEventAt = saidIn.get(plan.id)?.lastEventAt;
    return {
      ...plan,
      supplierName,
      me,
      health: healthOf({
        plan,
        today: todays[index] as string,
        steps: summed(counts),
        people: peopleIn.get(plan.id) ?? { joinedBuyers: 0, hasChampionJoined: false },
        said: saidIn.get(plan.id),
      }),
      milestones: (milestonesIn.get(plan.id) ?? []).map((row) => ({
        ...row,
        done: ofMilestone.get(row.id)?.done ?? 0,
        total: ofMilestone.get(row.id)?.total ?? 0,
      })),
      stepsDone: counts.reduce((sum, { done }) => sum + done, 0),
      stepsTotal: counts.reduce((sum, { total }) => sum + total, 0),
      lastEventAt: lastEventAt ? new Date(lastEventAt) : null,
    };
  });
}

const which = ["workspaceIds", "planIds"] as const;
type Which = Record<(typeof which)[number], unknown>;

const inThese = (table: Record<"workspaceId" | "planId", PgColumn>, { workspaceIds, planIds }: Which) =>
  sql`${table.workspaceId} = any(${workspaceIds}) and ${table.planId} = any(${planIds})`;

const milestonesOf = prepared(which, (values, query) =>
  query
    .select({
      id: milestone.id,
      planId: milestone.planId,
      title: milestone.title,
      dueOn: milestone.dueOn,
      isDecision: milestone.isDecision,
      zone: milestone.zone,
    })
    .from(milestone)
    .where(and(inThese(milestone, values), isNull(milestone.removedAt)))
    .orderBy(asc(milestone.position)),
);

const peopleCountsOf = prepared(which, (values, query) =>
  query
    .select({
      planId: participant.planId,
      joinedBuyers: counted(sql`${participant.side} = 'buyer'`),
      hasChampionJoined: sql<boolean>`bool_or(${participant.buyingRole} = 'champion' or ${participant.role} = 'lead')`,
    })
    .from(participant)
    .where(and(inThese(participant, values), isNull(participant.removedAt), sql`${participant.status} = 'joined'`))
    .groupBy(participant.planId),
);

const counted = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;

const isDone = sql`${step.status} = 'done'`;
const isShared = sql`${step.zone} = 'shared'`;
const isOpen = sql`${isShared} and ${step.status} not in ('done', 'dropped')`;
/** As `countSteps` in health counts them: the shared ones only, and those of nobody as the supplier's. */
const isOverdueOf = (side: Side) =>
  sql`${isOpen} and ${step.dueOn} < listed.today and coalesce(${participant.side}, 'seller') = ${sql.raw(`'${side}'`)}`;
const firstDue = (condition: SQL) => sql<string | null>`min(${step.dueOn}) filter (where ${condition})`;

/** By milestone. `todays` are the plans' own, in the order of `planIds`. */
const stepCountsOf = prepared([...which, "todays"], ({ todays, ...values }, query) =>
  query
    .select({
      planId: step.planId,
      milestoneId: step.milestoneId,
      done: counted(isDone),
      total: counted(sql`${step.status} <> 'dropped'`),
      all: counted(isShared),
      open: counted(isOpen),
      stalled: counted(sql`${isOpen} and ${stepReminder.stalledOn} is not null`),
      overdueBuyer: counted(isOverdueOf("buyer")),
      buyerSince: firstDue(isOverdueOf("buyer")),
      overdueSeller: counted(isOverdueOf("seller")),
      sellerSince: firstDue(isOverdueOf("seller")),
    })
    .from(step)
    .innerJoin(
      sql`unnest(${values.planIds}::uuid[], ${todays}::text[]::date[]) as listed(plan_id, today)`,
      sql`listed.plan_id = ${step.planId}`,
    )
    .leftJoin(stepReminder, and(eq(stepReminder.workspaceId, step.workspaceId), eq(stepReminder.stepId, step.id)))
    .leftJoin(
      participant,
      and(
        eq(participant.workspaceId, step.workspaceId),
        eq(participant.id, step.ownerId),
        isNull(participant.removedAt),
      ),
    )
    .where(and(inThese(step, values), isNull(step.removedAt)))
    .groupBy(step.planId, step.milestoneId),
);

type Counts = Awaited<ReturnType<typeof stepCountsOf>>;

function summed(rows: Counts) {
  const sum = noSteps();
  const { buyer, seller } = sum.overdue;
  for (const row of rows) {
    sum.all += row.all;
    sum.open += row.open;
    sum.stalled += row.stalled;
    buyer.count += row.overdueBuyer;
    buyer.since = earlier(buyer.since, row.buyerSince);
    seller.count += row.overdueSeller;
    seller.since = earlier(seller.since, row.sellerSince);
  }
  return sum;
}

const earlier = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;
