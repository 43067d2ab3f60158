import { z } from "zod";
import { commentSubjects } from "@/db/vocabulary";
import { Id, text, ZoneName } from "../_kernel/fields";

export const MOST_LETTERS = 4_000;

/** Several lines, and not nothing. */
export const Body = text(MOST_LETTERS).pipe(z.string().min(1, "required"));

export const Comment = z.object({
  id: Id,
  zone: ZoneName,
  subjectType: z.enum(commentSubjects),
  subjectId: Id,
  participantId: Id.nullable(),
  authorName: z.string(),
  body: z.string(),
  createdAt: z.date(),
});
export type Comment = z.infer<typeof Comment>;

export const ListComments = z.object({ planId: Id, stepId: Id });
export const AddComment = ListComments.extend({ body: Body });
export const CommentRef = z.object({ planId: Id, commentId: Id });
