import { Resend } from "resend";
import { now } from "@/server/domain/_kernel";
import { noteProviderNews } from "@/server/domain/delivery";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { readNews } from "./news";
import { readRaw } from "./raw-body";

/**
 * What Resend tells of our mails. The signature over the raw bytes is the whole proof, good for five minutes. Whatever is signed is
 * answered alike, known or not, so that nobody learns from an answer which mails are ours, and what we don't heed isn't told again.
 */
export async function takeResendNews(request: Request): Promise<Response> {
  const secret = env.RESEND_WEBHOOK_SECRET;
  if (!secret) return said("not found", 404);
  const raw = await readRaw(request);
  if (raw === null) return said("too large", 413);
  const id = request.headers.get("svix-id") ?? "";
  if (!isSigned(raw, request.headers, secret)) return said("not signed", 401);

  const news = readNews(id, raw);
  if (news) await noteProviderNews(news, now());
  else log.debug({ webhook: id }, "news of a kind that isn't heeded");
  return said("ok", 200);
}

/** The scheme of Standard Webhooks, under the names that Svix, which sends for Resend, gives its headers. */
function isSigned(payload: string, headers: Headers, webhookSecret: string): boolean {
  const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) => headers.get(`svix-${name}`) ?? "");
  if (!id || !timestamp || !signature || id.length > 200) return false;
  try {
    new Resend(env.RESEND_API_KEY ?? "unused").webhooks.verify({
      payload,
      headers: { id, timestamp, signature },
      webhookSecret,
    });
    return true;
  } catch {
    return false;
  }
}

const said = (words: string, status: number) =>
  new Response(words, {
    status,
    headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
  });
