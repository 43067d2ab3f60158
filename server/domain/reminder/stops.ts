import { sql } from "drizzle-orm";
import { maySee, type Side, type StepStatus, type Zone } from "@/db/vocabulary";
import type { Tx } from "../_kernel";
import { rowsOf } from "./load";

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

export async function loadMilestones(
  tx: Tx,
  of: { workspaceId: string; planIds: string[] }[],
): Promise<Map<string, MilestoneCount[]>> {
  if (of.length === 0) return new Map();
  const read = await tx.execute<{ workspaceId: string; milestones: MilestoneCount[] }>(sql`
    select t."workspaceId", reminder_milestones(t."workspaceId", t."planIds") as milestones
    from ${rowsOf(of)} as t ("workspaceId" uuid, "planIds" uuid[])`);
  return new Map(read.map(({ workspaceId, milestones }) => [workspaceId, milestones]));
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
