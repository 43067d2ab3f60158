import { z } from "zod";
import type { MailNewsKind, ProviderNews } from "../../domain/delivery";
import { newsOf } from "../bounces/news";
import { readBounce } from "../bounces/provider";
import { MAIL_TAG } from "../transport/resend";

const kinds: Record<string, MailNewsKind> = {
  "email.delivered": "delivered",
  "email.opened": "opened",
  "email.complained": "complained",
  "email.delivery_delayed": "delayed",
  // Not sent, since the address is on the provider's own list of those that bounced.
  "email.suppressed": "bounced",
};

const Event = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    tags: z.unknown().optional(),
    bounce: z.object({ type: z.string().optional(), subType: z.string().optional() }).optional(),
  }),
});

/** @returns what it says of a mail; null for kinds that we don't heed and for what isn't said of a mail. */
export function readNews(id: string, raw: string): ProviderNews | null {
  const read = Event.safeParse(parsed(raw));
  if (!read.success) return null;
  const { type, created_at, data } = read.data;
  const kind = type === "email.bounced" ? newsOf(readBounce(data.bounce ?? {})) : kinds[type];
  const at = new Date(created_at);
  if (!kind || Number.isNaN(at.getTime())) return null;
  return { id, kind, at, mailId: taggedId(data.tags), providerId: data.email_id };
}

const OurTag = z.object({ [MAIL_TAG]: z.uuid() });
const taggedId = (tags: unknown) => OurTag.safeParse(tags).data?.[MAIL_TAG] ?? null;

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}
