import { and, eq, isNull } from "drizzle-orm";
import { type accessRequest, member, participant, type plan, type workspace } from "@/db/schema";
import { queueMail, requestLink, type Tx } from "../_kernel";

type Asked = {
  request: typeof accessRequest.$inferSelect;
  plan: typeof plan.$inferSelect;
  workspace: typeof workspace.$inferSelect;
  now: Date;
};

/** Asks whoever leads the side that somebody wants to join. Answers don't go to the stranger, who would get the link with them. */
export async function mailRequest(tx: Tx, { request, plan, workspace, now }: Asked): Promise<void> {
  const { workspaceId, planId, id: requestId } = request;
  for (const { email, name, participantId } of await readersOf(tx, request)) {
    await queueMail(tx, {
      key: `access-request:${requestId}:${email}`,
      template: "access-request",
      to: email,
      workspaceId,
      planId,
      participantId,
      fromName: workspace.name,
      props: {
        url: requestLink({ workspaceId, planId, requestId, email }, now),
        readerName: name,
        name: request.name,
        email: request.email,
        why: request.why,
        planTitle: plan.title,
        customerName: plan.customerName,
        supplierName: workspace.name,
        side: request.side,
      },
      now,
    });
  }
}

type Reader = { email: string; name: string | null; participantId: string | null };

/** The committee's leads, or, while it has none, the plan's owners; and the workspace's own when nobody owns the plan. */
async function readersOf(tx: Tx, { workspaceId, planId, side }: Asked["request"]): Promise<Reader[]> {
  const heads = await tx
    .select({ email: participant.email, name: participant.name, participantId: participant.id, role: participant.role })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        eq(participant.status, "joined"),
        isNull(participant.removedAt),
      ),
    );
  for (const role of side === "buyer" ? (["lead", "owner"] as const) : (["owner"] as const)) {
    const found = heads.flatMap((head) => (head.role === role && head.email ? [{ ...head, email: head.email }] : []));
    if (found.length > 0) return found;
  }
  const owners = await tx
    .select({ email: member.email, name: member.name })
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), eq(member.role, "owner"), isNull(member.removedAt)));
  return owners.map((owner) => ({ ...owner, participantId: null }));
}
