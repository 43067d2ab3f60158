import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { comment } from "@/db/schema";
import { verb } from "../_kernel";
import { Comment, ListComments } from "./schemas";

/** What was written about a step, the oldest first. */
export const listComments = verb({
  name: "comment.list",
  scope: "plan",
  kind: "query",
  input: ListComments,
  output: z.array(Comment),
  may: "plan.read",
  act: ({ tx, actor, input }) =>
    tx
      .select()
      .from(comment)
      .where(
        and(
          eq(comment.workspaceId, actor.workspaceId),
          eq(comment.planId, actor.planId),
          eq(comment.subjectId, input.stepId),
          isNull(comment.removedAt),
        ),
      )
      .orderBy(asc(comment.createdAt), asc(comment.id)),
});
