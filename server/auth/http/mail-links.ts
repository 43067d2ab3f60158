import { setPreferences } from "@/server/domain/access";
import { choose } from "@/server/domain/notification";
import { editSelf, revokeSession, setMailPreference } from "@/server/domain/person";
import { languageCookie } from "../language";
import { endedSessionCookie } from "../session";
import { pathOf } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

/** The preferences page: one workspace's mails with the token of a mail; signed in, one workspace's switches or the choices. */
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
function switchesOf(form: Form) {
  const asked = (form.read("asks") ?? "").split(" ");
  return {
    reminders: form.read("reminders") === "on",
    ...(asked.includes("notifications") && { notifications: form.read("notifications") === "on" }),
    ...(asked.includes("digests") && { digests: form.read("digests") === "on" }),
  };
}

/** `topic:own`, `plan:<id>`, `within:<id>:own`, and `heads:<id>` with `digest:<id>` for whom a plan's digest is for. */
const choicesOf = (form: Form) => [
  ...form.under("topic:").map(([topic, choice]) => ({ planId: null, topic, choice })),
  ...form.under("plan:").map(([planId, choice]) => ({ planId, topic: null, choice })),
  ...form.under("within:").map(([name, choice]) => {
    const [planId = "", topic = ""] = name.split(":");
    return { planId, topic, choice };
  }),
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

function preferencesPage(form: Form) {
  return { path: "/preferences", query: { token: form.read("token") } };
}
