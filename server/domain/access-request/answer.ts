import { and, eq, isNull } from "drizzle-orm";
import { accessRequest, invitation, participant, plan, workspace } from "@/db/schema";
import { type PlanActor, queueMail, refused, type Tx, takePoint, verb } from "../_kernel";
import { offerPlace } from "../participant";
import { AccessRequest, AnswerAccessRequest } from "./schemas";

type Row = typeof accessRequest.$inferSelect;

const stateAfter = { approve: "approved", decline: "declined" } as const;
const roleOn = { buyer: "contributor", seller: "editor" } as const;

/**
 * Invites whoever asked, at the address that they gave, or lets them know that they are not added. Giving the same answer twice
 * changes nothing.
 * @throws Refusal `request_answered` when somebody else answered otherwise before.
 */
export const answerAccessRequest = verb({
  name: "access_request.answer",
  scope: "plan",
  kind: "mutation",
  input: AnswerAccessRequest,
  output: AccessRequest,
  may: "participant.manage",
  async act({ tx, actor, input: { requestId, answer }, now, record }) {
    const row = await lockRequest(tx, actor, requestId);
    const state = stateAfter[answer];
    if (row.state === state) return row;
    if (row.state !== "open") throw refused("request_answered", { name: row.answeredByName ?? undefined });

    if (answer === "approve") {
      await takePoint("invite.plan", actor.planId);
      await offerPlace(
        { tx, actor, now, record },
        { ...(await placeFor(tx, row)), email: row.email, name: row.name, side: row.side, role: roleOn[row.side] },
      );
    } else {
      await mailDeclined(tx, row, now);
      await record("access_request.declined", {
        subject: { type: "access_request", id: row.id },
        after: { name: row.name },
      });
    }
    const [saved] = await tx
      .update(accessRequest)
      .set({ state, answeredAt: now, answeredByName: actor.name })
      .where(and(eq(accessRequest.workspaceId, row.workspaceId), eq(accessRequest.id, row.id)))
      .returning();
    if (!saved) throw new Error("a locked request is gone");
    return saved;
  },
});

async function lockRequest(tx: Tx, { workspaceId, planId, side }: PlanActor, requestId: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(accessRequest)
    .where(
      and(
        eq(accessRequest.workspaceId, workspaceId),
        eq(accessRequest.planId, planId),
        eq(accessRequest.id, requestId),
        side === "buyer" ? eq(accessRequest.side, "buyer") : undefined,
      ),
    )
    .for("update");
  if (!row) throw refused("not_found");
  return row;
}

/** Somebody who was named with that address, and not invited, takes the place that is there. */
async function placeFor(tx: Tx, { workspaceId, planId, email, side }: Row) {
  const [named] = await tx
    .select()
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        eq(participant.email, email),
        eq(participant.side, side),
        eq(participant.status, "not_invited"),
        isNull(participant.removedAt),
      ),
    );
  return {
    participantId: named?.id,
    title: named?.title ?? null,
    buyingRole: named?.buyingRole ?? null,
    note: null,
  };
}

/** Says no more than that, and of the plan only what its invitation said: whoever asked had that in hand. */
async function mailDeclined(tx: Tx, row: Row, now: Date): Promise<void> {
  const [about] = await tx
    .select({ planTitle: plan.title, workspaceName: workspace.name, invitedByName: invitation.invitedByName })
    .from(plan)
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .innerJoin(invitation, and(eq(invitation.workspaceId, plan.workspaceId), eq(invitation.id, row.invitationId)))
    .where(and(eq(plan.workspaceId, row.workspaceId), eq(plan.id, row.planId)));
  if (!about) return;
  await queueMail(tx, {
    key: `access-declined:${row.id}`,
    template: "access-declined",
    to: row.email,
    workspaceId: row.workspaceId,
    planId: row.planId,
    fromName: about.workspaceName,
    props: { name: row.name, planTitle: about.planTitle, inviterName: about.invitedByName },
    now,
  });
}
