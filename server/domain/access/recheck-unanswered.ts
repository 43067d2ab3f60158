import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { type mail, participant, participation, person, plan } from "@/db/schema";
import { env } from "@/server/env";
import { become, groupBy, type Tx } from "../_kernel";
import { morningOfLate } from "../calendar";

const Invited = z.looseObject({ planId: z.string().optional(), participantId: z.string().optional() });

/** What a queued mail of unanswered invitations says of itself. The template reads the rest. */
export const FrozenUnanswered = z.preprocess(
  ofSeveral,
  z.looseObject({ invited: z.array(Invited), zone: z.string().optional(), country: z.string().default("") }),
);
export type FrozenUnanswered = z.infer<typeof FrozenUnanswered>;

/** One that was queued when each invitation had a mail of its own. */
function ofSeveral(queued: unknown): unknown {
  if (typeof queued !== "object" || queued === null || !("inviteeName" in queued)) return queued;
  const { name, ...invited } = queued as Record<string, unknown>;
  return { name, invited: [invited], allUrl: `${env.APP_URL}/notifications` };
}

type Queued = Pick<typeof mail.$inferSelect, "id" | "workspaceId" | "personId" | "to" | "props" | "createdAt">;
type Verdict = { skip: string } | { props: FrozenUnanswered; waitsUntil: Date | null };

/**
 * Looks again before inviters are told: who has come meanwhile, or is invited anew, is left out, and so are plans that the reader left;
 * not at an address that is no longer theirs, and not at night.
 */
export async function recheckUnanswered(tx: Tx, mails: readonly Queued[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [workspaceId, ofTenant] of groupBy(mails, (queued) => queued.workspaceId ?? noTenant)) {
    await become(tx, { kind: "system", job: "invitation.recheck", workspaceId });
    for (const queued of ofTenant) verdicts.set(queued.id, await judge(tx, queued, workspaceId, at));
  }
  return verdicts;
}

const noTenant = "00000000-0000-0000-0000-000000000000";

async function judge(tx: Tx, queued: Queued, workspaceId: string, at: Date): Promise<Verdict> {
  const { personId, props, createdAt } = queued;
  const frozen = FrozenUnanswered.safeParse(props);
  if (!frozen.success) return { skip: "its props are not those of unanswered invitations" };
  const ids = frozen.data.invited.flatMap(({ participantId }) => participantId ?? []);
  const rows = await tx
    .select({ id: participant.id, to: person.email })
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
    .innerJoin(person, eq(person.id, participation.personId))
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
  if (rows.some(({ to }) => to !== queued.to)) return { skip: "the person's address has changed" };
  const waiting = new Set(rows.map(({ id }) => id));
  const invited = frozen.data.invited.filter(({ participantId: id }) => id === undefined || waiting.has(id));
  if (invited.length === 0) return { skip: "they came meanwhile, are invited anew, or the reader left the plan" };
  const { zone, country } = frozen.data;
  const waitsUntil = zone === undefined ? null : morningOfLate(createdAt, { zone, country }, at);
  return { props: { ...frozen.data, invited }, waitsUntil };
}
