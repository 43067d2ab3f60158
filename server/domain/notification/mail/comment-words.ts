import { and, eq, inArray, isNull } from "drizzle-orm";
import { comment } from "@/db/schema";
import type { Tx } from "../../_kernel";
import type { Telling } from "../wording";

const MOST_CHARACTERS = 400;

/** The comment that a notice tells of. */
export function commentOf({ event: { kind, after } }: Pick<Telling, "event">): string | null {
  return kind === "step.commented" && typeof after?.commentId === "string" ? after.commentId : null;
}

/** What was written and not taken back since, by comment; of a long one its beginning. */
export async function wordsOf(
  tx: Tx,
  workspaceId: string,
  comments: (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = comments.filter((id) => typeof id === "string");
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: comment.id, body: comment.body })
    .from(comment)
    .where(and(eq(comment.workspaceId, workspaceId), inArray(comment.id, ids), isNull(comment.removedAt)));
  return new Map(rows.map(({ id, body }) => [id, beginningOf(body)]));
}

function beginningOf(body: string): string {
  const characters = [...body.trim()];
  if (characters.length <= MOST_CHARACTERS) return characters.join("");
  return `${characters
    .slice(0, MOST_CHARACTERS)
    .join("")
    .replace(/\s+\S*$/, "")} …`;
}
