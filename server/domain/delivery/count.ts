import { and, eq, gt, sql } from "drizzle-orm";
import { mailCount } from "@/db/schema";
import { groupBy, type Tx, todayIn } from "../_kernel";
import type { MailCounts } from "./health-of-mail";

const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

type Counted = { workspaceId: string } & Partial<MailCounts>;

async function add(tx: Tx, at: Date, counted: Counted[]) {
  const day = todayIn("UTC", at);
  const rows = counted.map((one) => ({ sent: 0, bounced: 0, complained: 0, ...one, day }));
  await tx
    .insert(mailCount)
    .values(rows)
    .onConflictDoUpdate({
      target: [mailCount.workspaceId, mailCount.day],
      set: {
        sent: sql`${mailCount.sent} + excluded.sent`,
        bounced: sql`${mailCount.bounced} + excluded.bounced`,
        complained: sql`${mailCount.complained} + excluded.complained`,
      },
    });
}

export const countReturn = (tx: Tx, workspaceId: string, at: Date, what: "bounced" | "complained") =>
  add(tx, at, [{ workspaceId, [what]: 1 }]);

/** Mails that were handed over, refused ones too. In one order for all, so that two batches don't wait for each other. */
export async function countSent(tx: Tx, mails: { workspaceId: string | null }[], at: Date): Promise<void> {
  const ofTenants = groupBy(mails, ({ workspaceId }) => workspaceId ?? "");
  ofTenants.delete("");
  const counted = [...ofTenants].map(([workspaceId, theirs]) => ({ workspaceId, sent: theirs.length }));
  if (counted.length > 0)
    await add(
      tx,
      at,
      counted.sort((a, b) => (a.workspaceId < b.workspaceId ? -1 : 1)),
    );
}

export async function countsOfWeek(tx: Tx, workspaceId: string, at: Date): Promise<MailCounts> {
  const since = todayIn("UTC", new Date(at.getTime() - DAYS * DAY_MS));
  const [week] = await tx
    .select({
      sent: sql<number>`coalesce(sum(${mailCount.sent}), 0)::int`,
      bounced: sql<number>`coalesce(sum(${mailCount.bounced}), 0)::int`,
      complained: sql<number>`coalesce(sum(${mailCount.complained}), 0)::int`,
    })
    .from(mailCount)
    .where(and(eq(mailCount.workspaceId, workspaceId), gt(mailCount.day, since)));
  return week ?? { sent: 0, bounced: 0, complained: 0 };
}
