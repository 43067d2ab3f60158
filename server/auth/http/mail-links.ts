import { Refusal } from "@/server/domain/_kernel";
import { setPreferences } from "@/server/domain/access";
import { choose } from "@/server/domain/notification";
import { editSelf, revokeSession, setMailPreference } from "@/server/domain/person";
import { languageCookie } from "../language";
import { callerOf, endedSessionCookie } from "../session";
import { pathOf, plain, seeOther } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

/** The preferences page: all of one workspace's mails with the token of a mail; signed in, one workspace's switches or the choices. */
export const savePreferences = door({
  async perform({ caller, form }) {
    const token = form.read("token");
    const workspaceId = form.read("workspace");
    if (token) await setPreferences.run(caller, { token, ...switchesOf(form), choices: choicesOf(form) });
    else if (workspaceId) await setMailPreference.run(caller, { workspaceId, ...switchesOf(form) });
    else await choose.run(caller, { choices: choicesOf(form) });
    return { to: pathOf("/preferences", { token, saved: token ? 1 : (workspaceId ?? "choices") }) };
  },
  page: preferencesPage,
});

/** A box without its tick is not sent at all: what the form asks stands beside it. */
const switchesOf = (form: Form) => ({
  reminders: form.read("reminders") === "on",
  ...(form.read("asks") === "notifications" && { notifications: form.read("notifications") === "on" }),
});

/** `topic:own`, `plan:<id>`, and `heads:<id>` with `digest:<id>` for whom a plan's digest is for. */
const choicesOf = (form: Form) => [
  ...form.under("topic:").map(([topic, choice]) => ({ planId: null, topic, choice })),
  ...form.under("plan:").map(([planId, choice]) => ({ planId, topic: null, choice })),
  ...form.under("heads:").map(([planId]) => {
    const choice = form.read(`digest:${planId}`) === "on" ? null : "off";
    return { planId, topic: "digest", choice };
  }),
];

export const saveSelf = door({
  async perform({ caller, form }) {
    const timeZone = form.read("timeZone") ?? undefined;
    const locale = form.read("locale") ?? undefined;
    await editSelf.run(caller, { name: form.read("name") ?? "", title: form.read("title"), timeZone, locale });
    return { to: pathOf("/preferences", { saved: "you" }), cookies: locale ? [languageCookie(locale)] : [] };
  },
  page: preferencesPage,
});

export const endSession = door({
  async perform({ caller, form }) {
    const sessionId = form.read("session");
    await revokeSession.run(caller, { sessionId });
    if (sessionId === caller.sessionId) return { to: "/", cookies: [endedSessionCookie()] };
    return { to: pathOf("/preferences", { saved: "session" }) };
  },
  page: preferencesPage,
});

/**
 * One-click unsubscribe after RFC 8058: sent by a mail program without cookies or an origin, and answered without a redirect.
 * The signed token in the address is the whole proof; beside it stands which mails are to end.
 */
export async function unsubscribe(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [ended, words] = endOf(asked.get("from"), asked.get("plan"));
  try {
    await setPreferences.run(await callerOf(request.headers), { token: tokenOf(request), ...ended });
    return plain(words, 200);
  } catch (reason) {
    if (reason instanceof Refusal) return plain("This link is not one of ours.", 404);
    throw reason;
  }
}

function endOf(from: string | null, plan: string | null): [ended: object, words: string] {
  if (from === "notifications") return [{ notifications: false }, "You get no more mails of what happened."];
  if (from === "digest") return [{ endsDigestOf: plan ?? "none" }, "You get no more digests of this plan."];
  return [{ reminders: false }, "You get no more reminders."];
}

/** People who follow the link land on the page with the switch. Looking changes nothing. */
export const showPreferences = async (request: Request): Promise<Response> =>
  seeOther(pathOf("/preferences", { token: tokenOf(request) }));

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

function preferencesPage(form: Form) {
  return { path: "/preferences", query: { token: form.read("token") } };
}
