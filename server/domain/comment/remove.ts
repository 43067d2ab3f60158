import { and, eq } from "drizzle-orm";
import { comment } from "@/db/schema";
import { type PlanActor, refused, type Tx, verb } from "../_kernel";
import { Comment, CommentRef } from "./schemas";
import { holdStep } from "./subject";

/** Takes one's own comment back. It can be put back. */
export const removeComment = verb({
  name: "comment.remove",
  scope: "plan",
  kind: "mutation",
  input: CommentRef,
  output: Comment,
  may: "comment.write",
  async act({ tx, actor, input, now, record }) {
    const row = await lockOwn(tx, actor, input.commentId, false);
    const step = await holdStep(tx, actor, row.subjectId);
    await record("step.comment_removed", {
      zone: row.zone,
      subject: { type: "step", id: step.id },
      after: { title: step.title, commentId: row.id },
    });
    return save(tx, row, now);
  },
});

export const restoreComment = verb({
  name: "comment.restore",
  scope: "plan",
  kind: "mutation",
  input: CommentRef,
  output: Comment,
  may: "comment.write",
  async act({ tx, actor, input, record }) {
    const row = await lockOwn(tx, actor, input.commentId, true);
    const step = await holdStep(tx, actor, row.subjectId);
    await record("step.comment_restored", {
      zone: row.zone,
      subject: { type: "step", id: step.id },
      after: { title: step.title, commentId: row.id },
    });
    return save(tx, row, null);
  },
});

type CommentRow = typeof comment.$inferSelect;

async function lockOwn(tx: Tx, actor: PlanActor, commentId: string, isRemoved: boolean): Promise<CommentRow> {
  const [row] = await tx
    .select()
    .from(comment)
    .where(and(eq(comment.workspaceId, actor.workspaceId), eq(comment.planId, actor.planId), eq(comment.id, commentId)))
    .for("update");
  if (!row || (row.removedAt !== null) !== isRemoved) throw refused("not_found");
  if (actor.participantId === null) throw refused("not_allowed");
  if (row.participantId !== actor.participantId) throw refused("not_author");
  return row;
}

async function save(tx: Tx, row: CommentRow, removedAt: Date | null): Promise<CommentRow> {
  await tx
    .update(comment)
    .set({ removedAt })
    .where(and(eq(comment.workspaceId, row.workspaceId), eq(comment.id, row.id)));
  return row;
}
