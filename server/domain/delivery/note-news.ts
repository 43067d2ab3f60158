import { and, eq, isNull } from "drizzle-orm";
import { mail, mailEvent } from "@/db/schema";
import { type Tx, withinService } from "../_kernel";
import { wake } from "../_kernel/bus";
import { noteInvitationMail } from "../access";
import { countReturn } from "./count";
import { markOnPlans } from "./mark-on-plans";
import { pauseIfNeeded } from "./pause";
import { suppress } from "./suppression";

/** `bounced` is an address that takes no mail; `returned` a mail that didn't arrive, which the next one may. */
export type MailNewsKind = "delivered" | "opened" | "bounced" | "returned" | "complained" | "delayed";
export type MailRow = typeof mail.$inferSelect;

export type ProviderNews = {
  /** The provider's own: told again under the same, it changes nothing. */
  id: string;
  kind: MailNewsKind;
  at: Date;
  /** What we called the mail when we handed it over, and what the provider called it. */
  mailId: string | null;
  providerId: string;
};

/** Notes what the provider tells of a mail. News of mails that aren't ours are taken and left at that. */
export async function noteProviderNews(news: ProviderNews, receivedAt: Date): Promise<void> {
  const planIds = await withinService(async (tx) => {
    const [known] = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(news.mailId ? eq(mail.id, news.mailId) : eq(mail.providerId, news.providerId))
      .limit(1);
    const { id, kind, at } = news;
    const [first] = await tx
      .insert(mailEvent)
      .values({ id, kind, at, receivedAt, mailId: known?.id ?? null })
      .onConflictDoNothing()
      .returning();
    if (first && known) await reconcile(tx, known.id, news);
    return first && known ? noteNews(tx, known.id, kind, at, receivedAt) : [];
  });
  for (const planId of planIds) wake(planId);
}

/** A mail of which nobody knew whether it was sent, and which was not sent again for that: somebody has it. */
async function reconcile(tx: Tx, mailId: string, { kind, at, providerId }: ProviderNews): Promise<void> {
  if (kind !== "delivered" && kind !== "opened" && kind !== "complained") return;
  await tx
    .update(mail)
    .set({ state: "sent", sentAt: at, providerId, error: null })
    .where(and(eq(mail.id, mailId), eq(mail.state, "failed")));
}

/** The same for what our own mail server said at sending. */
export async function noteOwnNews(mailId: string, kind: MailNewsKind, at: Date): Promise<void> {
  const planIds = await withinService((tx) => noteNews(tx, mailId, kind, at, at));
  for (const planId of planIds) wake(planId);
}

/** A mail was not even tried, since its address is known to take none: this company's plans say so, and nobody is counted. */
export async function noteDeadAddress(unsent: MailRow, at: Date): Promise<void> {
  const planIds = await withinService((tx) => showBounced(tx, unsent, at));
  for (const planId of planIds) wake(planId);
}

const columns = {
  delivered: { column: mail.deliveredAt, field: "deliveredAt" },
  opened: { column: mail.openedAt, field: "openedAt" },
  bounced: { column: mail.bouncedAt, field: "bouncedAt" },
  returned: { column: mail.bouncedAt, field: "bouncedAt" },
  complained: { column: mail.complainedAt, field: "complainedAt" },
} as const;

/** News come late, twice and in any order: each kind is noted at its first time, whatever else is known. */
async function noteNews(tx: Tx, mailId: string, kind: MailNewsKind, at: Date, now: Date): Promise<string[]> {
  if (kind === "delayed") return [];
  const { column, field } = columns[kind];
  const [noted] = await tx
    .update(mail)
    .set({ [field]: at })
    .where(and(eq(mail.id, mailId), isNull(column)))
    .returning();
  if (!noted) return [];

  if (kind === "bounced") await suppress(tx, noted.to, "bounce", { mailId, at });
  if (kind === "complained") await suppress(tx, noted.to, "complaint", { mailId, at });
  if (noted.workspaceId && (kind === "bounced" || kind === "complained")) {
    await countReturn(tx, noted.workspaceId, now, kind);
    await pauseIfNeeded(tx, noted.workspaceId, now);
  }
  if (kind === "complained") return [];
  if (kind === "bounced") return showBounced(tx, noted, at);
  const planId = await noteInvitationMail(tx, noted, kind === "returned" ? "bounced" : kind, at);
  return planId ? [planId] : [];
}

async function showBounced(tx: Tx, about: MailRow, at: Date): Promise<string[]> {
  const planIds = await markOnPlans(tx, about, at);
  const planId = await noteInvitationMail(tx, about, "bounced", at);
  return planId ? [...planIds, planId] : planIds;
}
