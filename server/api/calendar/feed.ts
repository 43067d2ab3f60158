import { createHash } from "node:crypto";
import { now, Refusal } from "@/server/domain/_kernel";
import { readFeed } from "@/server/domain/feed";
import { feedFile } from "./feed-file";

const headers = { "cache-control": "private, no-cache", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" };

/** What a calendar program gets, which has no session: the address is the whole proof. Unchanged since the last time: 304. */
export async function answerFeed(request: Request, token: string): Promise<Response> {
  try {
    const content = await readFeed.run({ personId: null }, { token: token.replace(/\.ics$/, "") });
    const tag = `"${createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 27)}"`;
    if (request.headers.get("if-none-match") === tag) {
      return new Response(null, { status: 304, headers: { ...headers, etag: tag } });
    }
    return new Response(feedFile(content, now()), {
      headers: {
        ...headers,
        etag: tag,
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="throughline.ics"',
      },
    });
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    const seconds = reason.details.seconds;
    const status = reason.code === "too_many" ? 429 : 404;
    return new Response(null, { status, headers: { ...headers, ...(seconds && { "retry-after": String(seconds) }) } });
  }
}
