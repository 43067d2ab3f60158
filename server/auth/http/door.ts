import { type Caller, Refusal } from "@/server/domain/_kernel";
import { log } from "@/server/log";
import { isOwnOrigin } from "@/server/trpc/origin";
import { callerOf } from "../session";
import { timeZoneOf } from "../time-zone";
import { json, pathOf, plain, seeOther } from "./answer";
import { type Form, readForm } from "./form";

type Visit = { caller: Caller; form: Form; timeZone: string | null };
type Done = { to: string; cookie?: string };
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
      const caller = await callerOf(request.headers);
      const { to, cookie } = await perform({ caller, form, timeZone: timeZoneOf(request.headers) });
      return form.wantsJson ? json({ to }, 200, cookie) : seeOther(to, cookie);
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
