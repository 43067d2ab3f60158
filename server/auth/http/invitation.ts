import { acceptInvitation, lookAround, requestFreshInvitation } from "@/server/domain/access";
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

export const enterDemo = door({
  async perform({ caller, form, browser }) {
    const opened = await lookAround.run(caller, { as: form.read("as"), ...browser });
    return { to: opened.redirectTo, cookies: openedCookies(opened) };
  },
  page: () => ({ path: "/", query: {} }),
});
