import { refused } from "@/server/domain/_kernel";
import { confirmCode, confirmSignIn, requestSignIn, safePath, signOut } from "@/server/domain/access";
import { endedSessionCookie, sessionCookie } from "../session";
import { pathOf } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

const destination = (form: Form) => {
  const wanted = form.read("to");
  return wanted ? safePath(wanted) : null;
};

/** The address was typed: mails a link and a code, and asks for the code. */
export const askForSignIn = door({
  async perform({ caller, form }) {
    const email = form.read("email") ?? "";
    await requestSignIn.run(caller, { email, redirectTo: destination(form) });
    return { to: pathOf("/sign-in", { sent: email, to: destination(form) }) };
  },
  page: (form) => ({ path: "/sign-in", query: { email: form.read("email"), to: destination(form) } }),
});

/** The code was typed, on this device or another than the mail was read on. */
export const enterWithCode = door({
  async perform({ caller, form, timeZone }) {
    const code = (form.read("code") ?? "").replace(/\D/g, "");
    const email = form.read("email") ?? "";
    const answer = await confirmCode.run(caller, { email, code, redirectTo: destination(form), timeZone });
    if (answer.outcome === "code_wrong") throw refused("code_wrong", { left: answer.left });
    if (answer.outcome === "code_used_up") throw refused("code_used_up");
    return { to: answer.redirectTo, cookie: sessionCookie(answer.token) };
  },
  page: (form) => ({ path: "/sign-in", query: { sent: form.read("email"), to: destination(form) } }),
});

/** The button of the page behind the emailed link. */
export const enterWithLink = door({
  async perform({ caller, form, timeZone }) {
    const opened = await confirmSignIn.run(caller, { token: form.read("token") ?? "", timeZone });
    return { to: opened.redirectTo, cookie: sessionCookie(opened.token) };
  },
  page: (form) => ({ path: "/sign-in/confirm", query: { token: form.read("token") } }),
});

export const leave = door({
  async perform({ caller, form }) {
    await signOut.run(caller, {});
    return { to: destination(form) ?? "/", cookie: endedSessionCookie() };
  },
  page: () => ({ path: "/", query: {} }),
});
