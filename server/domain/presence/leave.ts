import { and, eq, isNull } from "drizzle-orm";
import { presence } from "@/db/schema";
import { verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { isHere, whoIsHere } from "./here";
import { Here } from "./schemas";

/** Says that the actor closed the plan. With another page of it still open, the next beat brings them back. */
export const leavePresence = verb({
  name: "presence.leave",
  scope: "plan",
  kind: "mutation",
  input: PlanRef,
  output: Here,
  may: "plan.read",
  async act({ tx, actor, now, wakes }) {
    const { workspaceId, planId, participantId } = actor;
    if (participantId) {
      const [left] = await tx
        .update(presence)
        .set({ leftAt: now })
        .where(
          and(
            eq(presence.workspaceId, workspaceId),
            eq(presence.planId, planId),
            eq(presence.participantId, participantId),
            isNull(presence.leftAt),
          ),
        )
        .returning({ seenAt: presence.seenAt });
      if (left && isHere({ seenAt: left.seenAt, leftAt: null }, now)) wakes(planId);
    }
    return { here: await whoIsHere(tx, actor, now) };
  },
});
