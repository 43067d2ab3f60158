import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { mailCount, mailPause, member, participant, plan } from "@/db/schema";
import { refused, type Tx, takePoint, verb, withinService } from "../_kernel";
import { letGo } from "./hold";
import { type BouncedAddress, MailStanding, ResumeMail, StandingRef } from "./schemas";
import { suppressedAmong } from "./suppression";

const MOST_LISTED = 200;

/** Whether a workspace's mail is paused, and which of its addresses take none. */
export const readMailStanding = verb({
  name: "mail.standing",
  scope: "workspace",
  kind: "query",
  input: StandingRef,
  output: MailStanding,
  may: "workspace.manage",
  act: ({ tx, actor }) => standingOf(tx, actor.workspaceId),
});

/**
 * Lets a paused workspace's mail go on, by somebody who has seen what bounced; the week's count begins anew.
 * @throws Refusal `conflict` when an address has bounced since that was not on the screen.
 */
export const resumeMail = verb({
  name: "mail.resume",
  scope: "workspace",
  kind: "mutation",
  input: ResumeMail,
  output: MailStanding,
  may: "workspace.manage",
  async act({ tx, actor, input, now }) {
    const { workspaceId } = actor;
    const standing = await standingOf(tx, workspaceId);
    if (!standing.paused) return standing;
    const seen = new Set(input.seen);
    if (standing.addresses.some(({ email }) => !seen.has(email))) throw refused("conflict");
    await takePoint("mail.resume", workspaceId);
    await withinService(async (service) => {
      await service.delete(mailPause).where(eq(mailPause.workspaceId, workspaceId));
      await service.delete(mailCount).where(eq(mailCount.workspaceId, workspaceId));
      await letGo(service, workspaceId, now);
    });
    return { ...standing, paused: null };
  },
});

async function standingOf(tx: Tx, workspaceId: string): Promise<MailStanding> {
  const [onPlans, members] = await Promise.all([
    tx
      .select({
        email: participant.email,
        name: participant.name,
        participantId: participant.id,
        planId: plan.id,
        planTitle: plan.title,
      })
      .from(participant)
      .innerJoin(plan, and(eq(plan.workspaceId, participant.workspaceId), eq(plan.id, participant.planId)))
      .where(
        and(
          eq(participant.workspaceId, workspaceId),
          isNotNull(participant.bouncedAt),
          isNotNull(participant.email),
          isNull(participant.removedAt),
          isNull(plan.removedAt),
        ),
      )
      .orderBy(asc(participant.email), asc(participant.id))
      .limit(MOST_LISTED),
    tx
      .select({ email: member.email, name: member.name })
      .from(member)
      .where(and(eq(member.workspaceId, workspaceId), isNull(member.removedAt)))
      .orderBy(asc(member.email)),
  ]);
  const addresses = members.map(({ email }) => email);
  const { dead, paused } = await withinService(async (service) => {
    const [row] = await service.select().from(mailPause).where(eq(mailPause.workspaceId, workspaceId));
    return { dead: await suppressedAmong(service, addresses), paused: row };
  });
  const places = onPlans.map(({ email, name, ...place }): BouncedAddress => ({ email: email ?? "", name, place }));
  const own = members
    .filter(({ email }) => dead.get(email) === "bounce")
    .map(({ email, name }): BouncedAddress => ({ email, name, place: null }));
  const { pausedAt: at, sent = 0, bounced = 0, complained = 0 } = paused ?? {};
  return { paused: at ? { at, sent, bounced, complained } : null, addresses: [...own, ...places] };
}
