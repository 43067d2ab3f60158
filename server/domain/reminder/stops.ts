import { sql } from "drizzle-orm";
import type { Side, StepStatus, Zone } from "@/db/vocabulary";
import type { Tx } from "../_kernel";
import { listOf, maySee } from "./load";

/** How many steps of one zone a milestone has, open and done. */
export type MilestoneCount = {
  planId: string;
  milestoneId: string;
  title: string;
  dueOn: string | null;
  zone: Zone;
  statusOverride: StepStatus | null;
  stepZone: Zone | null;
  open: number;
  done: number;
};

export type Stop = { title: string; dueOn: string | null; state: "done" | "now" | "ahead" };

export async function loadMilestones(tx: Tx, workspaceId: string, planIds: string[]): Promise<MilestoneCount[]> {
  if (planIds.length === 0) return [];
  return [
    ...(await tx.execute<MilestoneCount>(sql`
      select m.plan_id as "planId", m.id as "milestoneId", m.title, m.due_on::text as "dueOn", m.zone,
        m.status_override as "statusOverride", s.zone as "stepZone",
        (count(s.id) filter (where s.status in ('todo', 'doing', 'blocked')))::int as open,
        (count(s.id) filter (where s.status = 'done'))::int as done
      from milestone m
      left join step s on s.workspace_id = m.workspace_id and s.plan_id = m.plan_id and s.milestone_id = m.id
        and s.removed_at is null
      where m.workspace_id = ${workspaceId} and m.plan_id in ${listOf(planIds)} and m.removed_at is null
      group by m.workspace_id, m.id, s.zone
      order by m.position, m.id`)),
  ];
}

/** The plan's line as one side sees it: "now" is the first milestone that is not done. */
export function stopsOf(counts: MilestoneCount[], planId: string, side: Side): Stop[] {
  const milestones = new Map<
    string,
    { title: string; dueOn: string | null; isDone: boolean; open: number; done: number }
  >();
  for (const count of counts) {
    if (count.planId !== planId || !maySee(side, count.zone)) continue;
    const known = milestones.get(count.milestoneId) ?? {
      ...count,
      isDone: count.statusOverride === "done",
      open: 0,
      done: 0,
    };
    if (count.stepZone && maySee(side, count.stepZone)) {
      known.open += count.open;
      known.done += count.done;
    }
    milestones.set(count.milestoneId, known);
  }
  let isNowTaken = false;
  return [...milestones.values()].map(({ title, dueOn, isDone, open, done }) => {
    if (isDone || (open === 0 && done > 0)) return { title, dueOn, state: "done" };
    const state = isNowTaken ? "ahead" : "now";
    isNowTaken = true;
    return { title, dueOn, state };
  });
}
