import { comment } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import { newId, type PlanActor, type Scene, type Tx } from "../_kernel";

export type Commented = { id: string; zone: Zone; title: string };
type At = { tx: Tx; actor: PlanActor; now: Date; record: Scene<"plan", unknown>["record"] };

/** Puts a comment on a step that the transaction holds, in the step's zone. The words stay out of the history: they can be taken back. */
export async function writeComment({ tx, actor, now, record }: At, step: Commented, body: string) {
  const [written] = await tx
    .insert(comment)
    .values({
      workspaceId: actor.workspaceId,
      id: newId(),
      planId: actor.planId,
      zone: step.zone,
      subjectType: "step",
      subjectId: step.id,
      participantId: actor.participantId,
      authorName: actor.name,
      body,
      createdAt: now,
    })
    .returning();
  if (!written) throw new Error("an inserted comment was not returned");
  await record("step.commented", {
    zone: step.zone,
    subject: { type: "step", id: step.id },
    after: { title: step.title, commentId: written.id },
  });
  return written;
}
