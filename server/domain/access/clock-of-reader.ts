import { and, eq, isNull } from "drizzle-orm";
import { participant, person } from "@/db/schema";
import type { Tx } from "../_kernel";
import { type Clock, morningZone, type PlaceOfPlan, placeOfAddress } from "../calendar";

/** Whoever is known here has said where they are; of others the address has to tell. */
export async function clockOfInvitee(tx: Tx, email: string, of: PlaceOfPlan): Promise<Clock> {
  return { ...placeOfAddress(email, of), zone: await zoneOfReader(tx, email, of) };
}

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
  return inviter?.email ? { ...own, zone: await zoneOfReader(tx, inviter.email, of) } : own;
}

async function zoneOfReader(tx: Tx, email: string, of: PlaceOfPlan): Promise<string> {
  const [row] = await tx.select({ timeZone: person.timeZone }).from(person).where(eq(person.email, email));
  return morningZone(row?.timeZone, email, of);
}
