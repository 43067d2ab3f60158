import { and, eq, inArray, isNull } from "drizzle-orm";
import { type accessRequest, member, participant } from "@/db/schema";
import type { Tx } from "../_kernel";
import { may, planStanding } from "../_kernel/permissions";

/** Whether whoever has this address could answer the request as they stand by now: in the plan, or else in its workspace. */
export async function mayAnswer(tx: Tx, request: typeof accessRequest.$inferSelect, email: string): Promise<boolean> {
  const { workspaceId, planId } = request;
  const [seat] = await tx
    .select({ side: participant.side, role: participant.role })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        eq(participant.email, email),
        eq(participant.status, "joined"),
        isNull(participant.removedAt),
      ),
    );
  if (seat) {
    const hasSay = seat.side === "seller" || request.side === "buyer";
    return hasSay && may(planStanding(seat.side, seat.role), "participant.manage");
  }
  const [head] = await tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.workspaceId, workspaceId),
        eq(member.email, email),
        inArray(member.role, ["owner", "admin"]),
        isNull(member.removedAt),
      ),
    );
  return head !== undefined;
}
