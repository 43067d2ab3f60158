import {
  answerFromLink,
  commentFromLink,
  completeFromLink,
  decideFromLink,
  passOnFromLink,
  sendStepCode,
  snoozeFromLink,
} from "@/server/domain/access";
import { pathOf } from "./answer";
import { door } from "./door";
import type { Form } from "./form";

const tokenOf = (form: Form) => form.read("token") ?? "";
const anywayOf = (form: Form) => form.read("anyway") === "yes";
const done = (form: Form) => ({ to: pathOf("/step", { token: tokenOf(form), done: 1 }) });
/** A short word that was typed is there again; a long text stands in the page that the browser goes back to. */
const page = (form: Form) => ({ path: "/step", query: { token: form.read("token"), word: form.read("word") } });

/** "It's done", from a reminder. */
export const completeStepFromMail = door({
  async perform({ caller, form }) {
    await completeFromLink.run(caller, { token: tokenOf(form), anyway: anywayOf(form) });
    return done(form);
  },
  page,
});

export const snoozeStepFromMail = door({
  async perform({ caller, form }) {
    await snoozeFromLink.run(caller, { token: tokenOf(form), until: form.read("until") ?? "" });
    return done(form);
  },
  page,
});

export const passOnStepFromMail = door({
  async perform({ caller, form }) {
    const chosen = form.read("to");
    const ownerId = chosen === "nobody" ? null : (chosen ?? "");
    // Who takes it over has it in their list; the word is for when nobody does.
    const word = ownerId === null ? form.read("word") : null;
    await passOnFromLink.run(caller, { token: tokenOf(form), ownerId, word });
    return done(form);
  },
  page,
});

export const commentFromMail = door({
  async perform({ caller, form }) {
    await commentFromLink.run(caller, { token: tokenOf(form), body: form.read("body") ?? "" });
    return done(form);
  },
  page,
});

export const answerStepFromMail = door({
  async perform({ caller, form }) {
    const body = form.read("body") ?? "";
    await answerFromLink.run(caller, { token: tokenOf(form), body, anyway: anywayOf(form) });
    return done(form);
  },
  page,
});

export const askForStepCode = door({
  async perform({ caller, form }) {
    await sendStepCode.run(caller, { token: tokenOf(form) });
    return { to: pathOf("/step", { token: tokenOf(form), code: "sent" }) };
  },
  page,
});

export const decideStepFromMail = door({
  async perform({ caller, form }) {
    const digits = form.read("code");
    await decideFromLink.run(caller, {
      ...{ token: tokenOf(form), anyway: anywayOf(form), decision: form.read("decision"), why: form.read("word") },
      code: digits === null ? null : digits.normalize("NFKC").replace(/\D/g, ""),
    });
    return done(form);
  },
  page: (form) => {
    const { path, query } = page(form);
    return { path, query: { ...query, code: form.read("code") === null ? null : "sent" } };
  },
});
