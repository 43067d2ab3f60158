import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { invitation, type participant, plan, workspace } from "@/db/schema";
import type { Tx } from "../_kernel";
import { isAllowed } from "./allowed-domain";

type Seat = typeof participant.$inferSelect;
type Plan = { workspaceId: string; planId: string };

/** The newest link of each of these places that nobody has opened, with what it is to. */
export const openOffers = (tx: Tx, { workspaceId, planId }: Plan, participantIds: string[]) =>
  tx
    .selectDistinctOn([invitation.participantId], { invitation, plan, workspace })
    .from(invitation)
    .innerJoin(plan, and(eq(plan.workspaceId, invitation.workspaceId), eq(plan.id, planId)))
    .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
    .where(
      and(
        eq(invitation.workspaceId, workspaceId),
        inArray(invitation.participantId, participantIds),
        isNull(invitation.revokedAt),
        isNull(invitation.usedAt),
        isNull(invitation.openedAt),
      ),
    )
    .orderBy(invitation.participantId, desc(invitation.createdAt), desc(invitation.id));

export type Offer = Awaited<ReturnType<typeof openOffers>>[number];

/** Whether a place still waits for its invitation to be opened, at the address that it went to and that the plan lets in. */
export function isChased(seat: Seat, offer: Offer | undefined): offer is Offer {
  const isWaiting = seat.removedAt === null && (seat.status === "invited" || seat.status === "delivered");
  if (!isWaiting || !offer || offer.plan.removedAt !== null || offer.invitation.email !== seat.email) return false;
  return seat.side === "seller" || isAllowed(offer.invitation.email, offer.plan.allowedDomains);
}
