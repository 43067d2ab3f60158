import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { participant, participation, plan } from "@/db/schema";
import { env } from "@/server/env";
import { become, groupBy, type Tx } from "../_kernel";

const Invited = z.looseObject({ planId: z.string().optional(), participantId: z.string().optional() });

/** What a queued mail of unanswered invitations says of itself. The template reads the rest. */
export const FrozenUnanswered = z.preprocess(ofSeveral, z.looseObject({ invited: z.array(Invited) }));
export type FrozenUnanswered = z.infer<typeof FrozenUnanswered>;

/** One that was queued when each invitation had a mail of its own. */
function ofSeveral(queued: unknown): unknown {
  if (typeof queued !== "object" || queued === null || !("inviteeName" in queued)) return queued;
  const { name, ...invited } = queued as Record<string, unknown>;
  return { name, invited: [invited], allUrl: `${env.APP_URL}/notifications` };
}

type Queued = { id: string; workspaceId: string | null; personId: string | null; props: unknown };
type Verdict = { skip: string } | { props: FrozenUnanswered };

/** Looks again before inviters are told: who has come meanwhile, or is invited anew, is left out, and so are plans that the reader left. */
export async function recheckUnanswered(tx: Tx, mails: readonly Queued[]): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [workspaceId, ofTenant] of groupBy(mails, (mail) => mail.workspaceId ?? noTenant)) {
    await become(tx, { kind: "system", job: "invitation.recheck", workspaceId });
    for (const mail of ofTenant) verdicts.set(mail.id, await judge(tx, mail, workspaceId));
  }
  return verdicts;
}

const noTenant = "00000000-0000-0000-0000-000000000000";

async function judge(tx: Tx, { personId, props }: Queued, workspaceId: string): Promise<Verdict> {
  const frozen = FrozenUnanswered.safeParse(props);
  if (!frozen.success) return { skip: "its props are not those of unanswered invitations" };
  const ids = frozen.data.invited.flatMap(({ participantId }) => participantId ?? []);
  const rows = await tx
    .select({ id: participant.id })
    .from(participant)
    .innerJoin(plan, and(eq(plan.workspaceId, participant.workspaceId), eq(plan.id, participant.planId)))
    .innerJoin(
      participation,
      and(
        eq(participation.workspaceId, participant.workspaceId),
        eq(participation.planId, participant.planId),
        eq(participation.personId, personId ?? noTenant),
      ),
    )
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        inArray(participant.id, ids),
        inArray(participant.status, ["invited", "delivered"]),
        isNotNull(participant.unansweredAt),
        isNull(participant.removedAt),
        isNull(plan.removedAt),
      ),
    );
  const waiting = new Set(rows.map(({ id }) => id));
  const invited = frozen.data.invited.filter(({ participantId: id }) => id === undefined || waiting.has(id));
  if (invited.length === 0) return { skip: "they came meanwhile, are invited anew, or the reader left the plan" };
  return { props: { ...frozen.data, invited } };
}
