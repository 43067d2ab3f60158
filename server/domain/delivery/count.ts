import { and, eq, gt, sql } from "drizzle-orm";
import { mailCount } from "@/db/schema";
import { groupBy, type Tx, todayIn } from "../_kernel";
import type { MailCounts } from "./health-of-mail";

const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

type Counted = Partial<MailCounts>;

async function add(tx: Tx, workspaceId: string, at: Date, { sent = 0, bounced = 0, complained = 0 }: Counted) {
  await tx
    .insert(mailCount)
    .values({ workspaceId, day: todayIn("UTC", at), sent, bounced, complained })
    .onConflictDoUpdate({
      target: [mailCount.workspaceId, mailCount.day],
      set: {
        sent: sql`${mailCount.sent} + ${sent}`,
        bounced: sql`${mailCount.bounced} + ${bounced}`,
        complained: sql`${mailCount.complained} + ${complained}`,
      },
    });
}

export const countReturn = (tx: Tx, workspaceId: string, at: Date, what: "bounced" | "complained") =>
  add(tx, workspaceId, at, { [what]: 1 });

/** Mails that were handed over, refused ones too. In one order for all, so that two batches don't wait for each other. */
export async function countSent(tx: Tx, mails: { workspaceId: string | null }[], at: Date): Promise<void> {
  const ofTenants = groupBy(mails, ({ workspaceId }) => workspaceId ?? "");
  for (const workspaceId of [...ofTenants.keys()].filter(Boolean).sort()) {
    await add(tx, workspaceId, at, { sent: ofTenants.get(workspaceId)?.length ?? 0 });
  }
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
