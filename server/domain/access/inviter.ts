import { and, eq } from "drizzle-orm";
import { participant } from "@/db/schema";
import type { Tx } from "../_kernel";

type Offer = {
  workspaceId: string;
  planId: string | null;
  invitedByName: string;
  workspaceName: string;
  customerName: string | null;
};

/** The company that an inviter speaks for: the customer's when they take part on its side, otherwise the supplier's. */
export async function companyOfInviter(tx: Tx, offer: Offer): Promise<string> {
  const { workspaceId, planId, invitedByName, workspaceName, customerName } = offer;
  if (!planId || !customerName) return workspaceName;
  const [colleague] = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        eq(participant.side, "buyer"),
        eq(participant.name, invitedByName),
        eq(participant.status, "joined"),
      ),
    )
    .limit(1);
  return colleague ? customerName : workspaceName;
}
