import { and, eq, inArray, isNull } from "drizzle-orm";
import { participant, person } from "@/db/schema";
import type { Tx } from "../_kernel";
import { type Clock, morningZone, type PlaceOfPlan, placeOfAddress } from "../calendar";

/** Whoever is known here has said where they are; of others the address has to tell. */
export async function clockOfInvitee(tx: Tx, email: string, of: PlaceOfPlan): Promise<Clock> {
  return clockAt(await ownZone(tx, email), email, of);
}

/** @param own the zone that they have said, if they are known here. */
export const clockAt = (own: string | null | undefined, email: string, of: PlaceOfPlan): Clock => ({
  ...placeOfAddress(email, of),
  zone: morningZone(own, email, of),
});

export async function clockOfInviter(
  tx: Tx,
  { workspaceId, invitedByParticipantId }: { workspaceId: string; invitedByParticipantId: string | null },
  of: PlaceOfPlan,
): Promise<Clock> {
  const own = { zone: of.timeZone, calendar: { country: of.country } };
  if (!invitedByParticipantId) return own;
  const [inviter] = await tx
    .select({ email: participant.email })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.id, invitedByParticipantId),
        isNull(participant.removedAt),
      ),
    );
  return inviter?.email ? { ...own, zone: morningZone(await ownZone(tx, inviter.email), inviter.email, of) } : own;
}

/** The same of all who are yet to accept an invitation to a plan. For the service alone. */
export async function zonesOfInvited(tx: Tx, plan: { workspaceId: string; planId: string }) {
  const rows = await tx
    .select({ participantId: participant.id, timeZone: person.timeZone })
    .from(participant)
    .innerJoin(person, eq(person.email, participant.email))
    .where(
      and(
        eq(participant.workspaceId, plan.workspaceId),
        eq(participant.planId, plan.planId),
        inArray(participant.status, ["invited", "delivered"]),
        isNull(participant.removedAt),
      ),
    );
  return new Map(rows.map(({ participantId, timeZone }) => [participantId, timeZone]));
}

async function ownZone(tx: Tx, email: string): Promise<string | null> {
  const [row] = await tx.select({ timeZone: person.timeZone }).from(person).where(eq(person.email, email));
  return row?.timeZone ?? null;
}
