import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { event, milestone, participant, plan, step, stepDependency, workspace } from "@/db/schema";
import type { Side } from "@/db/vocabulary";
import { confineToSide, type Tx, todayIn } from "../../_kernel";
import type { DigestRows } from "./content";
import { movesOf, type Untold } from "./moves";

export type Stop = { title: string; dueOn: string | null; state: "done" | "now" | "ahead" };
export type PlanOfDigest = {
  rows: DigestRows;
  title: string;
  customerName: string;
  supplierName: string;
  stops: Stop[];
};

type Asked = {
  workspaceId: string;
  planId: string;
  side: Side;
  untold: Untold;
  at: Date;
  zone: string;
  readerId: string;
};

/** A plan's rows as one side may see them: from here on the database shows this transaction no more than that. */
export async function loadDigest(tx: Tx, asked: Asked): Promise<PlanOfDigest | null> {
  const { workspaceId, planId, untold, at, zone } = asked;
  await confineToSide(tx, asked.side);
  const ofPlan = and(eq(event.workspaceId, workspaceId), eq(event.planId, planId));
  const [[about], milestones, steps, waiting, people, moves, [last]] = await Promise.all([
    tx
      .select({
        title: plan.title,
        customerName: plan.customerName,
        decidesOn: plan.decidesOn,
        supplierName: workspace.name,
      })
      .from(plan)
      .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
      .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId), isNull(plan.removedAt))),
    tx
      .select({
        id: milestone.id,
        title: milestone.title,
        dueOn: milestone.dueOn,
        statusOverride: milestone.statusOverride,
      })
      .from(milestone)
      .where(and(eq(milestone.workspaceId, workspaceId), eq(milestone.planId, planId), isNull(milestone.removedAt)))
      .orderBy(asc(milestone.position), asc(milestone.id)),
    tx
      .select({
        id: step.id,
        milestoneId: step.milestoneId,
        title: step.title,
        zone: step.zone,
        status: step.status,
        statusReason: step.statusReason,
        dueOn: step.dueOn,
        ownerId: step.ownerId,
      })
      .from(step)
      .innerJoin(milestone, and(eq(milestone.workspaceId, step.workspaceId), eq(milestone.id, step.milestoneId)))
      .where(
        and(
          eq(step.workspaceId, workspaceId),
          eq(step.planId, planId),
          isNull(step.removedAt),
          isNull(milestone.removedAt),
        ),
      ),
    tx
      .select({ stepId: stepDependency.stepId, predecessorId: stepDependency.predecessorId })
      .from(stepDependency)
      .where(and(eq(stepDependency.workspaceId, workspaceId), eq(stepDependency.planId, planId))),
    tx
      .select({ id: participant.id, name: participant.name })
      .from(participant)
      .where(
        and(eq(participant.workspaceId, workspaceId), eq(participant.planId, planId), isNull(participant.removedAt)),
      ),
    movesOf(tx, ofPlan, asked.side, untold),
    tx.select({ at: event.at }).from(event).where(ofPlan).orderBy(desc(event.at)).limit(1),
  ]);
  if (!about) return null;
  const { decidesOn, ...names } = about;
  return {
    ...names,
    stops: stopsOf(milestones, steps),
    rows: {
      today: todayIn(zone, at),
      decidesOn,
      readerId: asked.readerId,
      steps,
      names: new Map(people.map(({ id, name }) => [id, name])),
      waiting,
      ...moves,
      lastMovedOn: last ? todayIn(zone, last.at) : null,
    },
  };
}

type MilestoneRow = { id: string; title: string; dueOn: string | null; statusOverride: string | null };

/** The plan's line: "now" is the first milestone that is not done. */
function stopsOf(milestones: MilestoneRow[], steps: { milestoneId: string; status: string }[]): Stop[] {
  let isNowTaken = false;
  return milestones.map(({ id, title, dueOn, statusOverride }) => {
    const within = steps.filter(({ milestoneId, status }) => milestoneId === id && status !== "dropped");
    const isDone = within.length > 0 && within.every(({ status }) => status === "done");
    if (isDone || statusOverride === "done") return { title, dueOn, state: "done" };
    const state = isNowTaken ? "ahead" : "now";
    isNowTaken = true;
    return { title, dueOn, state };
  });
}
