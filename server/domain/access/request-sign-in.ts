import { takePoint, verb } from "../_kernel";
import { issueSignIn } from "./issue-sign-in";
import { Nothing, RequestSignIn } from "./schemas";

/** Mails a sign-in link to an address, known or not: the answer and the mail are the same. */
export const requestSignIn = verb({
  name: "access.request_sign_in",
  scope: "visitor",
  kind: "mutation",
  input: RequestSignIn,
  output: Nothing,
  may: "access.enter",
  async before(caller, { email }) {
    await takePoint("sign-in.ip", caller.ip ?? "unknown");
    await takePoint("sign-in.address", email);
  },
  async act({ tx, input, now }) {
    await issueSignIn(tx, { ...input, now });
    return {};
  },
});
