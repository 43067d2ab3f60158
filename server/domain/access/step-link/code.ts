import { signIn } from "@/db/schema";
import {
  now as clockNow,
  hashOf,
  newCode,
  newId,
  newToken,
  queueMail,
  refused,
  takePoint,
  verb,
  withinService,
} from "../../_kernel";
import { tryCode } from "../confirm-code";
import { codeHash, SIGN_IN_MINUTES } from "../issue-sign-in";
import { Nothing, StepLink } from "../schemas";
import { type Found, findStep } from "./find";

/** Mails six digits to the person of a link, for the page where an approval is given in a browser that is not known to be theirs. */
export const sendStepCode = verb({
  name: "access.send_step_code",
  scope: "visitor",
  kind: "mutation",
  input: StepLink,
  output: Nothing,
  may: "access.enter",
  before: (_, { token }) => takePoint("step.code", hashOf(token)),
  async act({ tx, input, caller, now }) {
    const found = await findStep(tx, input.token, caller, now);
    if (!found || found.use || !found.isTheirs || found.link.act !== "decide") return {};
    const { email, personId, link } = found;
    const id = newId();
    const code = newCode();
    await tx.insert(signIn).values({
      id,
      email,
      tokenHash: hashOf(newToken()),
      codeHash: codeHash(email, code),
      redirectTo: null,
      expiresAt: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000),
      createdAt: now,
    });
    await queueMail(tx, {
      key: `step-code:${id}`,
      template: "step-code",
      to: email,
      workspaceId: link.workspaceId,
      planId: link.planId,
      personId,
      participantId: link.participantId,
      props: { code, minutes: SIGN_IN_MINUTES, title: found.step.title, planTitle: found.planTitle },
      now,
    });
    return {};
  },
});

/** @throws Refusal `code_wrong` with the tries that are left, `code_used_up`; that it was tried stays counted. */
export async function isRightCode({ email, link }: Found, code: string | null): Promise<void> {
  if (code === null) throw refused("invalid", { fields: { code: "not_six_digits" } });
  await takePoint("step.digits", link.id);
  const tried = await withinService((tx) => tryCode(tx, { email, code }, clockNow()));
  if (tried.outcome === "code_wrong") throw refused("code_wrong", { left: tried.left });
  if (tried.outcome === "code_used_up") throw refused("code_used_up");
}
