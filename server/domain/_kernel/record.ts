import { and, eq, sql } from "drizzle-orm";
import { event, planStream } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import type { Actor } from "./actor";
import { newId } from "./ids";
import type { Tx } from "./within";

export type Happening = {
  planId: string;
  zone?: Zone;
  subject: { type: string; id: string };
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

export type Stamp = { workspaceId: string; participantId: string | null; name: string };

/** Appends to the plan's history in the verb's own transaction. The stream's row gives each zone one gap-free order. */
export async function recordEvent(tx: Tx, by: Stamp, at: Date, kind: string, what: Happening): Promise<void> {
  const zone = what.zone ?? "shared";
  const [head] = await tx
    .update(planStream)
    .set({ headSeq: sql`${planStream.headSeq} + 1` })
    .where(
      and(eq(planStream.workspaceId, by.workspaceId), eq(planStream.planId, what.planId), eq(planStream.zone, zone)),
    )
    .returning({ seq: planStream.headSeq });
  if (!head) throw new Error(`no stream for zone ${zone} of this plan in this transaction's sight`);
  await tx.insert(event).values({
    workspaceId: by.workspaceId,
    id: newId(),
    planId: what.planId,
    zone,
    seq: head.seq,
    kind,
    actorParticipantId: by.participantId,
    actorName: by.name,
    subjectType: what.subject.type,
    subjectId: what.subject.id,
    before: what.before ?? null,
    after: what.after ?? null,
    at,
  });
}

export function stampOf(actor: Actor): Stamp {
  switch (actor.kind) {
    case "participant":
      return { workspaceId: actor.workspaceId, participantId: actor.participantId, name: actor.name };
    case "member":
      return { workspaceId: actor.workspaceId, participantId: null, name: actor.name };
    case "system":
      return { workspaceId: actor.workspaceId, participantId: null, name: "Throughline" };
    default:
      throw new Error("a visitor or a person without a tenant leaves no event in a plan");
  }
}
