import { and, eq, inArray, isNull } from "drizzle-orm";
import { comment } from "@/db/schema";
import { maySee, type Side, type Zone } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";
import type { Telling } from "../wording";

const MOST_CHARACTERS = 400;

/** The comment that a notice tells of. */
export function commentOf({ event: { kind, after } }: Pick<Telling, "event">): string | null {
  return kind === "step.commented" && typeof after?.commentId === "string" ? after.commentId : null;
}

/** Words of comments, each in the zone that its step is in now. */
export type Written = ReadonlyMap<string, { zone: Zone; words: string }>;

/** What a side may read of it; empty where there is nothing. */
export function quoteFor(side: Side, commentId: string | null | undefined, written: Written): string {
  const found = commentId ? written.get(commentId) : undefined;
  return found && maySee(side, found.zone) ? found.words : "";
}

/** What was written and not taken back since, by comment; of a long one its beginning. */
export async function wordsOf(tx: Tx, workspaceId: string, comments: (string | null | undefined)[]): Promise<Written> {
  const ids = comments.filter((id) => typeof id === "string");
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: comment.id, zone: comment.zone, body: comment.body })
    .from(comment)
    .where(and(eq(comment.workspaceId, workspaceId), inArray(comment.id, ids), isNull(comment.removedAt)));
  return new Map(rows.map(({ id, zone, body }) => [id, { zone, words: beginningOf(body) }]));
}

function beginningOf(body: string): string {
  const characters = [...body.trim()];
  if (characters.length <= MOST_CHARACTERS) return characters.join("");
  return `${characters
    .slice(0, MOST_CHARACTERS)
    .join("")
    .replace(/\s+\S*$/, "")} …`;
}
