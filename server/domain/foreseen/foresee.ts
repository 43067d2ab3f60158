import { and, eq, inArray, isNull } from "drizzle-orm";
import { participant } from "@/db/schema";
import type { Side } from "@/db/vocabulary";
import type { PlanActor, Tx } from "../_kernel";
import { foreseeChasers } from "../access";
import { findHolds, foreseePlanReminders } from "../reminder";
import type { ForeseenMail, MailPreview } from "./schemas";
import type { Known } from "./verb-foreseeing";

/**
 * The mails of this plan that will go out within a fortnight if nothing changes: reminders of steps, digests, and reminders of
 * invitations that nobody has opened.
 */
export async function foreseeMails(tx: Tx, actor: PlanActor, known: Known, now: Date): Promise<MailPreview> {
  const { until, mails, escalatesAfter } = await foreseePlanReminders(tx, actor, known.mornings, now);
  const reminders = mails.map((mail): ForeseenMail => {
    const isHeld = mail.steps.every((step) => step.isHeld);
    return { ...mail, kind: "reminder", isLast: false, mayHold: true, isHeld };
  });
  const [digests, chasers] = await Promise.all([
    digestsAhead(tx, actor, known.digestDays),
    foreseeChasers(tx, actor, known.zonesOfInvited, now),
  ]);
  const isWithin = ({ day }: { day: string }) => day <= until;
  const others = await Promise.all([
    withHolds(tx, actor, "digest", digests.filter(isWithin)),
    withHolds(tx, actor, "invitation", chasers.filter(isWithin)),
  ]);
  return { until, mails: [...reminders, ...others.flat()].sort(byDay), escalatesAfter };
}

const byDay = (one: ForeseenMail, other: ForeseenMail) =>
  one.day.localeCompare(other.day) || (one.name ?? "").localeCompare(other.name ?? "");

type Ahead = { participantId: string; name: string | null; side: Side; day: string; isLast: boolean };

async function digestsAhead(tx: Tx, { workspaceId, planId }: PlanActor, days: Known["digestDays"]): Promise<Ahead[]> {
  if (days.size === 0) return [];
  const heads = await tx
    .select({ participantId: participant.id, name: participant.name, side: participant.side })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        inArray(participant.id, [...days.keys()]),
        isNull(participant.removedAt),
      ),
    );
  return heads.flatMap((head) => (days.get(head.participantId) ?? []).map((day) => ({ ...head, day, isLast: false })));
}

/** What the other side has held back is not seen here: its hold is in its own zone. */
async function withHolds(
  tx: Tx,
  { workspaceId, side }: PlanActor,
  kind: "digest" | "invitation",
  ahead: Ahead[],
): Promise<ForeseenMail[]> {
  const days = ahead.map(({ day }) => day).sort();
  const [from, until] = [days.at(0), days.at(-1)];
  if (!from || !until) return [];
  const participantIds = ahead.map(({ participantId }) => participantId);
  const holds = await findHolds(tx, { workspaceId, mail: kind, participantIds, from, until });
  return ahead.map((mail) => {
    const hold = holds.find(({ participantId, day }) => participantId === mail.participantId && day === mail.day);
    return {
      ...{ ...mail, kind, steps: [] },
      mayHold: kind === "invitation" || mail.side === side,
      isHeld: hold !== undefined,
      heldByName: hold?.heldByName ?? null,
    };
  });
}
