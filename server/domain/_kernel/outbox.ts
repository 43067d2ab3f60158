import { eq, type SQL, sql } from "drizzle-orm";
import { mail } from "@/db/schema";
import { newId } from "./ids";
import { enqueue } from "./queue";
import type { Tx } from "./within";

export type QueuedMail = {
  /** The same key is sent once, here and at the provider, however often it is queued. */
  key: string;
  template: string;
  to: string;
  props: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Without these it comes from the owner of its plan, or from its workspace. */
  fromName?: string | null;
  replyTo?: string | null;
  /** Whether all that it shows of its plan is shared. What isn't is answered on the reader's own side. */
  isShared?: boolean;
  /** In which language, as far as this transaction knows. What the reader chose for themselves goes before it when the mail leaves. */
  locale?: string | null;
  workspaceId?: string | null;
  planId?: string | null;
  personId?: string | null;
  participantId?: string | null;
  now: Date;
  /** Later than now, where more of the same may come that is to be told in one mail. */
  leavesAt?: Date;
  /** Takes the place of what waits under the key: it has been asked for with `gathered`, and is in these props. */
  isMore?: boolean;
};

/**
 * Queues a mail in this transaction: it exists when the transaction commits, and only then. Works as the app role, which may
 * add mails of its own tenant and read none, and as the service role.
 */
export async function queueMail(
  tx: Tx,
  { now, isShared = false, leavesAt = now, isMore = false, ...given }: QueuedMail,
): Promise<void> {
  const sender = given.fromName || given.replyTo ? {} : whoSends(given, isShared);
  const locale = given.locale ?? whatIsReadThere(given);
  const { planId = null, participantId = null, props } = given;
  const queued = tx
    .insert(mail)
    .values({ ...given, ...sender, locale, id: newId(), nextAttemptAt: leavesAt, createdAt: now });
  if (isMore) {
    await queued.onConflictDoUpdate({ target: mail.key, set: { planId, participantId, props, ...sender } });
  } else await queued.onConflictDoNothing();
  await enqueue(tx, "mail.deliver", { key: "mail.deliver" });
}

/** Any constant: keeps these locks apart from others'. */
const GATHERING = 4_419;

/**
 * What waits under a key for more to come, null when nothing does yet. Until this transaction ends nobody else adds to it, and it
 * doesn't leave. @returns "left" when it is too late to add to it.
 */
export async function gathered(tx: Tx, key: string): Promise<Gathered | null | "left"> {
  await tx.execute(sql`select pg_advisory_xact_lock(${GATHERING}, hashtext(${key}))`);
  const [found] = await tx
    .select({ planId: mail.planId, props: mail.props, state: mail.state, batch: mail.batch })
    .from(mail)
    .where(eq(mail.key, key))
    .for("update");
  if (!found) return null;
  return found.state === "queued" && found.batch === null ? found : "left";
}

type Gathered = Pick<typeof mail.$inferSelect, "planId" | "props">;

/** "und-FR", whatever is read in France: the plan's country, else the workspace's, as this transaction may see them. */
const whatIsReadThere = ({ workspaceId = null, planId = null }: Partial<QueuedMail>): SQL<string> =>
  sql`coalesce((select 'und-' || p.country from plan p where p.workspace_id = ${workspaceId}::uuid and p.id = ${planId}::uuid),
    (select 'und-' || w.country from workspace w where w.id = ${workspaceId}::uuid), 'en')`;

function whoSends({ workspaceId = null, planId = null, to }: Omit<QueuedMail, "now" | "isShared">, isShared: boolean) {
  const found = sql`mail_sender(${workspaceId}::uuid, ${planId}::uuid, ${isShared}::boolean, ${to}::text)`;
  return {
    fromName: sql<string>`(select s.from_name from ${found} s)`,
    replyTo: sql<string>`(select s.reply_to from ${found} s)`,
  };
}
