import { env } from "../env";
import { exampleMail } from "../mail/example";
import { formatSender } from "../mail/sender";
import { examples } from "../mail/templates";

export type GalleryMail = { subject: string; html: string; text: string; headers: Record<string, string> };
export type Gallery = { templates: string[]; mail: GalleryMail | null };

/** One example in one language, and the names of all. There only where mail stays in the mailbox. */
export async function answerGallery(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (env.MAIL_TRANSPORT !== "mailbox") return Response.json({}, { status: 404, headers });
  const asked = new URL(request.url).searchParams;
  const names = Object.keys(examples);
  const made = await exampleMail(asked.get("template") ?? names[0] ?? "", asked.get("locale") ?? "en");
  const mail = made && {
    subject: made.subject,
    html: made.html,
    text: made.text,
    headers: {
      From: formatSender(made.from),
      To: made.to,
      ...(made.replyTo && { "Reply-To": made.replyTo }),
      Subject: made.subject,
      ...made.headers,
    },
  };
  return Response.json({ templates: names, mail } satisfies Gallery, { headers });
}
