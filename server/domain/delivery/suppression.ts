import { and, eq, inArray } from "drizzle-orm";
import { suppression } from "@/db/schema";
import { atOnce, refused, type Tx } from "../_kernel";

export type SuppressionReason = (typeof suppression.$inferSelect)["reason"];

/** No mail goes to this address from now on, whoever sends. A complaint is a person's word: a later bounce doesn't replace it. */
export async function suppress(
  tx: Tx,
  email: string,
  reason: SuppressionReason,
  by: { mailId: string; at: Date },
): Promise<void> {
  const row = { email, reason, ...by };
  const insert = tx.insert(suppression).values(row);
  if (reason === "bounce") await insert.onConflictDoNothing();
  else await insert.onConflictDoUpdate({ target: suppression.email, set: row });
}

/** Which of these addresses get no mail, and why. */
export async function suppressedAmong(
  tx: Pick<Tx, "select">,
  emails: string[],
): Promise<Map<string, SuppressionReason>> {
  if (emails.length === 0) return new Map();
  const rows = await tx
    .select({ email: suppression.email, reason: suppression.reason })
    .from(suppression)
    .where(inArray(suppression.email, [...new Set(emails)]));
  return new Map(rows.map(({ email, reason }) => [email, reason]));
}

/**
 * Asked where somebody is invited. The list belongs to no tenant, so it is looked at apart from the caller's transaction; bounce
 * and complaint read the same, since what a person thinks of another company's mail is nobody's business here.
 * @throws Refusal `address_bounces`.
 */
export async function mustTakeMail(email: string, name: string | null): Promise<void> {
  const found = await atOnce((db) => suppressedAmong(db, [email]));
  if (found.has(email)) throw refused("address_bounces", { name: name ?? email });
}

/** The address is tried again. What its reader complained about stays: only they could take that back. */
export function forgiveBounce(email: string): Promise<unknown> {
  return atOnce((db) =>
    db.delete(suppression).where(and(eq(suppression.email, email), eq(suppression.reason, "bounce"))),
  );
}
