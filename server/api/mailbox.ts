import { Refusal } from "../domain/_kernel";
import { listMailbox, readMailbox } from "../domain/mailbox";

const LIMIT = 50;
const visitor = { personId: null };

/** The mails that left, whole, newest first. There only where mail stays in the mailbox. */
export async function answerMailbox(request: Request): Promise<Response> {
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  try {
    const items = await listMailbox.run(visitor, { to, limit: LIMIT });
    const mails = await Promise.all(items.map(({ id }) => readMailbox.run(visitor, { id })));
    return Response.json(mails, { headers: { "cache-control": "no-store" } });
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return Response.json({ refusal: reason.code }, { status: reason.code === "not_found" ? 404 : 400 });
  }
}
