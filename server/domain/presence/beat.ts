import { and, eq, sql } from "drizzle-orm";
import { presence } from "@/db/schema";
import { verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { isHere, whoIsHere } from "./here";
import { Here } from "./schemas";

/**
 * Says that the actor has the plan open. Others are told only when that is news, not at every beat. A member who only looks in
 * has no place on the plan and is not shown.
 */
export const beatPresence = verb({
  name: "presence.beat",
  scope: "plan",
  kind: "mutation",
  input: PlanRef,
  output: Here,
  may: "plan.read",
  async act({ tx, actor, now, wakes }) {
    const { workspaceId, planId, participantId } = actor;
    if (participantId) {
      const mine = { workspaceId, planId, participantId };
      const [before] = await tx
        .select({ seenAt: presence.seenAt, leftAt: presence.leftAt })
        .from(presence)
        .where(
          and(
            eq(presence.workspaceId, workspaceId),
            eq(presence.planId, planId),
            eq(presence.participantId, participantId),
          ),
        );
      await tx
        .insert(presence)
        .values({ ...mine, firstSeenAt: now, seenAt: now })
        .onConflictDoUpdate({
          target: [presence.workspaceId, presence.planId, presence.participantId],
          set: { seenAt: now, leftAt: null, beats: sql`${presence.beats} + 1` },
        });
      if (!before || !isHere(before, now)) wakes(planId);
    }
    return { here: await whoIsHere(tx, actor, now) };
  },
});
