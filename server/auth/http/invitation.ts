import { refused } from "@/server/domain/_kernel";
import {
  acceptInvitation,
  acceptWithCode,
  lookAround,
  noteInvitationOpened,
  requestFreshInvitation,
  sendInvitationCode,
} from "@/server/domain/access";
import { openedCookies, pathOf } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

const page = (form: Form) => ({ path: "/invitation", query: { token: form.read("token") } });

export const enterWithInvitation = door({
  async perform({ caller, form, browser }) {
    const opened = await acceptInvitation.run(caller, { token: form.read("token") ?? "", ...browser });
    return { to: opened.redirectTo, cookies: openedCookies(opened) };
  },
  page,
});

export const askForFreshInvitation = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    await requestFreshInvitation.run(caller, { token });
    return { to: pathOf("/invitation", { token, fresh: 1 }) };
  },
  page,
});

/** Told by the page's script once a person moves on it; nobody looks at the answer. */
export const noteOpened = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    await noteInvitationOpened.run(caller, { token });
    return { to: pathOf("/invitation", { token }) };
  },
  page,
});

const codePage = (form: Form) => ({ path: "/invitation", query: { token: form.read("token"), code: "sent" } });

export const askForInvitationCode = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    await sendInvitationCode.run(caller, { token });
    return { to: pathOf("/invitation", { token, code: "sent" }) };
  },
  page: (form) => ({ path: "/invitation", query: { token: form.read("token"), other: "1" } }),
});

/** The digits from the invited mailbox, typed where the link was opened as somebody else. */
export const enterWithInvitationCode = door({
  async perform({ caller, form, browser }) {
    const code = (form.read("code") ?? "").replace(/\D/g, "");
    const answer = await acceptWithCode.run(caller, { token: form.read("token") ?? "", code, ...browser });
    if (answer.outcome === "code_wrong") throw refused("code_wrong", { left: answer.left });
    if (answer.outcome === "code_used_up") throw refused("code_used_up");
    return { to: answer.redirectTo, cookies: openedCookies(answer) };
  },
  page: codePage,
});

export const enterDemo = door({
  async perform({ caller, form, browser }) {
    const opened = await lookAround.run(caller, { as: form.read("as"), ...browser });
    return { to: opened.redirectTo, cookies: openedCookies(opened) };
  },
  page: () => ({ path: "/", query: {} }),
});
