import { refused } from "@/server/domain/_kernel";
import { confirmCode, confirmSignIn, requestSignIn, safePath, signOut } from "@/server/domain/access";
import { endedSessionCookie } from "../session";
import { openedCookies, pathOf } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

const destination = (form: Form) => {
  const wanted = form.read("to");
  return wanted ? safePath(wanted) : null;
};

/** The address was typed: mails a link and a code, and asks for the code. */
export const askForSignIn = door({
  async perform({ caller, form, browser: { language } }) {
    const email = form.read("email") ?? "";
    await requestSignIn.run(caller, { email, redirectTo: destination(form), language });
    return { to: pathOf("/sign-in", { sent: email, to: destination(form) }) };
  },
  page: (form) => ({ path: "/sign-in", query: { email: form.read("email"), to: destination(form) } }),
});

/** The code was typed, on this device or another than the mail was read on. */
export const enterWithCode = door({
  async perform({ caller, form, browser }) {
    const code = (form.read("code") ?? "").replace(/\D/g, "");
    const email = form.read("email") ?? "";
    const answer = await confirmCode.run(caller, { email, code, redirectTo: destination(form), ...browser });
    if (answer.outcome === "code_wrong") throw refused("code_wrong", { left: answer.left });
    if (answer.outcome === "code_used_up") throw refused("code_used_up");
    return { to: answer.redirectTo, cookies: openedCookies(answer) };
  },
  page: (form) => ({ path: "/sign-in", query: { sent: form.read("email"), to: destination(form) } }),
});

/** The button of the page behind the emailed link. */
export const enterWithLink = door({
  async perform({ caller, form, browser }) {
    const opened = await confirmSignIn.run(caller, { token: form.read("token") ?? "", ...browser });
    return { to: opened.redirectTo, cookies: openedCookies(opened) };
  },
  page: (form) => ({ path: "/sign-in/confirm", query: { token: form.read("token") } }),
});

export const leave = door({
  async perform({ caller, form }) {
    await signOut.run(caller, {});
    return { to: destination(form) ?? "/", cookies: [endedSessionCookie()] };
  },
  page: () => ({ path: "/", query: {} }),
});
