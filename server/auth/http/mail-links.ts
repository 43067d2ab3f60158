import { Refusal } from "@/server/domain/_kernel";
import { completeFromLink, setPreferences } from "@/server/domain/access";
import { editSelf, revokeSession, setMailPreference } from "@/server/domain/person";
import { languageCookie } from "../language";
import { callerOf, endedSessionCookie } from "../session";
import { pathOf, plain, seeOther } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

/** "It's done", from a reminder. */
export const completeStepFromMail = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    await completeFromLink.run(caller, { token, anyway: form.read("anyway") === "yes" });
    return { to: pathOf("/step", { token, done: 1 }) };
  },
  page: (form) => ({ path: "/step", query: { token: form.read("token") } }),
});

/** The switch of the preferences page: with the token of a mail, or for one of a signed-in person's workspaces. */
export const savePreferences = door({
  async perform({ caller, form }) {
    const reminders = form.read("reminders") === "on";
    const token = form.read("token");
    if (token) await setPreferences.run(caller, { token, reminders });
    else await setMailPreference.run(caller, { workspaceId: form.read("workspace"), reminders });
    return { to: pathOf("/preferences", { token, saved: token ? 1 : form.read("workspace") }) };
  },
  page: preferencesPage,
});

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
 * The signed token in the address is the whole proof.
 */
export async function unsubscribe(request: Request): Promise<Response> {
  const token = tokenOf(request);
  try {
    await setPreferences.run(await callerOf(request.headers), { token, reminders: false });
    return plain("You get no more reminders.", 200);
  } catch (reason) {
    if (reason instanceof Refusal) return plain("This link is not one of ours.", 404);
    throw reason;
  }
}

/** People who follow the link land on the page with the switch. Looking changes nothing. */
export const showPreferences = async (request: Request): Promise<Response> =>
  seeOther(pathOf("/preferences", { token: tokenOf(request) }));

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

function preferencesPage(form: Form) {
  return { path: "/preferences", query: { token: form.read("token") } };
}
