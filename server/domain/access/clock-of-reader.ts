import { and, eq, isNull } from "drizzle-orm";
import { participant, person } from "@/db/schema";
import type { Tx } from "../_kernel";
import { isKnownZone } from "../calendar";
import type { Clock } from "./chase-dates";
import { placeOfAddress } from "./place-of-address";

type OfPlan = { country: string; timeZone: string };

/** Whoever is known here has said where they are; of others the address has to tell. */
export async function clockOfInvitee(tx: Tx, email: string, of: OfPlan): Promise<Clock> {
  const place = placeOfAddress(email, of);
  return { ...place, zone: (await zoneOfPerson(tx, email)) ?? place.zone };
}

export async function clockOfInviter(
  tx: Tx,
  { workspaceId, invitedByParticipantId }: { workspaceId: string; invitedByParticipantId: string | null },
  of: OfPlan,
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
  return { ...own, zone: (inviter?.email && (await zoneOfPerson(tx, inviter.email))) || own.zone };
}

async function zoneOfPerson(tx: Tx, email: string): Promise<string | null> {
  const [row] = await tx.select({ timeZone: person.timeZone }).from(person).where(eq(person.email, email));
  return row?.timeZone && isKnownZone(row.timeZone) ? row.timeZone : null;
}
