import { and, eq, isNull } from "drizzle-orm";
import type { invitation, plan } from "@/db/schema";
import { participant } from "@/db/schema";
import { env } from "@/server/env";
import { queueMail, type Tx } from "../_kernel";

type Seat = typeof participant.$inferSelect;
type Unanswered = {
  seat: Seat;
  invitation: typeof invitation.$inferSelect;
  plan: typeof plan.$inferSelect;
  key: string;
  now: Date;
};

/** Tells who invited that nothing came of it, or, when they are gone, those who lead the invited person's side. */
export async function tellInviter(tx: Tx, { seat, invitation, plan, key, now }: Unanswered): Promise<void> {
  const readers = await readersOf(tx, seat, invitation.invitedByParticipantId);
  for (const reader of readers) {
    if (!reader.email) continue;
    await queueMail(tx, {
      key: `${key}:${reader.id}`,
      template: "invitation-unanswered",
      to: reader.email,
      workspaceId: seat.workspaceId,
      planId: seat.planId,
      personId: reader.personId,
      participantId: reader.id,
      props: {
        url: `${env.APP_URL}/plans/${seat.planId}/people?person=${seat.id}`,
        name: reader.name,
        inviteeName: seat.name ?? seat.email ?? "",
        inviteeEmail: seat.email ?? "",
        planTitle: plan.title,
        invitedOn: (seat.invitedAt ?? invitation.createdAt).toISOString().slice(0, 10),
        wasDelivered: seat.deliveredAt !== null,
      },
      now,
    });
  }
}

async function readersOf(tx: Tx, { workspaceId, planId, side }: Seat, inviterId: string | null): Promise<Seat[]> {
  const onPlan = and(
    eq(participant.workspaceId, workspaceId),
    eq(participant.planId, planId),
    eq(participant.status, "joined"),
    isNull(participant.removedAt),
  );
  if (inviterId) {
    const inviter = await tx
      .select()
      .from(participant)
      .where(and(onPlan, eq(participant.id, inviterId)));
    if (inviter.length > 0) return inviter;
  }
  const heads = (role: "lead" | "owner") =>
    tx
      .select()
      .from(participant)
      .where(and(onPlan, eq(participant.role, role)));
  const leads = side === "buyer" ? await heads("lead") : [];
  return leads.length > 0 ? leads : heads("owner");
}
