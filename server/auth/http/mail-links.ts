import { Refusal } from "@/server/domain/_kernel";
import { completeFromLink, setPreferences } from "@/server/domain/access";
import { callerOf } from "../session";
import { pathOf, plain, seeOther } from "./answer";
import { door } from "./door";

/** "It's done", from a reminder. */
export const completeStepFromMail = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    await completeFromLink.run(caller, { token, anyway: form.read("anyway") === "yes" });
    return { to: pathOf("/step", { token, done: 1 }) };
  },
  page: (form) => ({ path: "/step", query: { token: form.read("token") } }),
});

export const savePreferences = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    await setPreferences.run(caller, { token, reminders: form.read("reminders") === "on" });
    return { to: pathOf("/preferences", { token, saved: 1 }) };
  },
  page: (form) => ({ path: "/preferences", query: { token: form.read("token") } }),
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
