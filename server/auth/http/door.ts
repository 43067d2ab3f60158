import type { Language } from "@/db/vocabulary";
import { type Caller, Refusal, refused } from "@/server/domain/_kernel";
import { log } from "@/server/log";
import { isOwnOrigin } from "@/server/trpc/origin";
import { languageAsked } from "../language";
import { callerOf } from "../session";
import { timeZoneOf } from "../time-zone";
import { json, pathOf, plain, seeOther } from "./answer";
import { type Form, readForm } from "./form";

/** What the browser says of its reader. */
type Browser = { timeZone: string | null; language: Language | null };
type Visit = { caller: Caller; form: Form; browser: Browser };
type Done = { to: string; cookies?: string[] };
/** The page that the form stood on, with what was typed: refusals are told there. */
type Page = { path: string; query: Record<string, string | null> };

type Act = { perform: (visit: Visit) => Promise<Done>; page: (form: Form) => Page };

/**
 * A door for forms, which works without scripts: a POST from our own pages acts and goes on by a redirect; a refusal goes back
 * to the page that it came from. Asked for JSON it answers `{ to }` or `{ error }` instead.
 */
export const door =
  ({ perform, page }: Act) =>
  async (request: Request): Promise<Response> => {
    if (!isOwnOrigin(request.headers)) return plain("This came from another site and was not done.", 403);
    const form = await readForm(request);
    try {
      if (form.isTooLarge) throw refused("too_large");
      const caller = await callerOf(request.headers);
      const browser = { timeZone: timeZoneOf(request.headers), language: languageAsked(request.headers) };
      const { to, cookies } = await perform({ caller, form, browser });
      return form.wantsJson ? json({ to }, 200, cookies) : seeOther(to, cookies);
    } catch (reason) {
      const error = toldOf(reason, request);
      if (form.wantsJson) return json({ error }, error.code === "unexpected" ? 500 : 422);
      const { path, query } = page(form);
      const { left, seconds, name } = error.details;
      const field = Object.values(error.details.fields ?? {})[0];
      return seeOther(pathOf(path, { ...query, error: error.code, field, left, seconds, reference: name }));
    }
  };

function toldOf(reason: unknown, request: Request): { code: string; details: Refusal["details"] } {
  if (reason instanceof Refusal) return { code: reason.code, details: { ...reason.details, name: undefined } };
  const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
  log.error({ err: reason, requestId, path: new URL(request.url).pathname }, "unexpected");
  return { code: "unexpected", details: { name: requestId } };
}
