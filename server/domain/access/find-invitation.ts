import { and, eq } from "drizzle-orm";
import { invitation, member, participant, person, plan, workspace } from "@/db/schema";
import { become, hashOf, type Tx, withSecret } from "../_kernel";
import { isAllowed } from "./allowed-domain";

export type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** The invitation behind a token with what it offers. The rest of the transaction is confined to its tenant and plan. */
export async function findInvitation(tx: Tx, token: string) {
  const hash = hashOf(token);
  await withSecret(tx, hash);
  const [row] = await tx.select().from(invitation).where(eq(invitation.tokenHash, hash));
  if (!row) return null;

  const { workspaceId, planId } = row;
  await become(tx, { kind: "system", job: "invitation", workspaceId, planId: planId ?? undefined });
  const [place] = await tx
    .select({ workspace, plan, participant, member })
    .from(workspace)
    .leftJoin(plan, and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId ?? workspaceId)))
    .leftJoin(
      participant,
      and(eq(participant.workspaceId, workspaceId), eq(participant.id, row.participantId ?? workspaceId)),
    )
    .leftJoin(member, and(eq(member.workspaceId, workspaceId), eq(member.id, row.memberId ?? workspaceId)))
    .where(eq(workspace.id, workspaceId));
  const seat = place?.participant ?? place?.member;
  if (!place || !seat) return null;
  return { ...place, invitation: row, seat, isTaken: seat.joinedAt !== null, isOffered: isOffered(place, row.email) };
}

/** Whether the place is still meant for the address: neither removed, nor taken back, nor given to another. */
function isOffered(place: { plan: PlanRow; participant: ParticipantRow; member: MemberRow }, email: string): boolean {
  const { participant: onPlan, member: inWorkspace } = place;
  if (onPlan) {
    const isMeant = onPlan.removedAt === null && onPlan.status !== "not_invited" && onPlan.email === email;
    return isMeant && place.plan !== null && place.plan.removedAt === null;
  }
  return inWorkspace !== null && inWorkspace.removedAt === null && inWorkspace.email === email;
}

type PlanRow = typeof plan.$inferSelect | null;
type ParticipantRow = typeof participant.$inferSelect | null;
type MemberRow = typeof member.$inferSelect | null;

/** A place that was taken stays; one that is still offered has to be at a domain that the plan lets in. */
export const isStillAllowed = ({ participant: onPlan, plan: of, invitation: { email }, isTaken }: Found): boolean =>
  isTaken || onPlan?.side !== "buyer" || isAllowed(email, of?.allowedDomains ?? []);

export const placePath = (found: Found) =>
  found.invitation.planId ? `/plans/${found.invitation.planId}` : `/w/${found.workspace.slug}`;

export async function emailOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  const [row] = await tx.select({ email: person.email }).from(person).where(eq(person.id, personId));
  return row?.email ?? null;
}
