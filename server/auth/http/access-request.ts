import { answerAccessRequest, askForAccess } from "@/server/domain/access-request";
import { pathOf } from "./answer";
import { door } from "./door";

/** Somebody to whom an invitation was handed on asks for a place of their own. */
export const askToJoin = door({
  async perform({ caller, form }) {
    const token = form.read("token") ?? "";
    const [name, email, why] = [form.read("name") ?? "", form.read("email"), form.read("why") ?? ""];
    await askForAccess.run(caller, { token, name, email, why });
    return { to: pathOf("/invitation", { token, asked: 1 }) };
  },
  page: (form) => ({
    path: "/invitation",
    query: {
      token: form.read("token"),
      other: "1",
      name: form.read("name"),
      email: form.read("email"),
      why: form.read("why"),
    },
  }),
});

/** The two buttons of the page behind the mail. Who presses them is told by their session, never by the link. */
export const answerRequest = door({
  async perform({ caller, form }) {
    const [planId, requestId, answer] = [form.read("plan"), form.read("request"), form.read("answer")];
    await answerAccessRequest.run(caller, { planId, requestId, answer });
    return { to: pathOf("/request", { token: form.read("token") }) };
  },
  page: (form) => ({ path: "/request", query: { token: form.read("token") } }),
});
