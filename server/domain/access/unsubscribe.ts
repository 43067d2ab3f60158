import { readUnsubscribeLink, refused, type Tx, verb } from "../_kernel";
import { choicesFor, endDigest, mailSwitchesOf, saveChoices, switchMails } from "../notification";
import { mailReader } from "./mail-reader";
import { UnsubscribeLink, Unsubscription } from "./schemas";
import { veiled } from "./veiled";

/** Which mails the link of one of them ends. Looking changes nothing. */
export const previewUnsubscribe = verb({
  name: "access.preview_unsubscribe",
  scope: "visitor",
  kind: "query",
  input: UnsubscribeLink,
  output: Unsubscription,
  may: "access.enter",
  act: async ({ tx, input }) => (await found(tx, input.token)).shown,
});

/** Ends the kind of mail that the link stood in, and nothing else, however old that mail is. Repeating it changes nothing. */
export const unsubscribe = verb({
  name: "access.unsubscribe",
  scope: "visitor",
  kind: "mutation",
  input: UnsubscribeLink,
  output: Unsubscription,
  may: "access.enter",
  async act({ tx, input, now }) {
    const { of, mails, shown } = await found(tx, input.token);
    if (mails.from === "digest") await saveChoices(tx, of.personId, { choices: endDigest(mails.plan) }, now);
    else await switchMails(tx, of, { [mails.from]: false }, now);
    return { ...shown, isEnded: true };
  },
});

async function found(tx: Tx, token: string) {
  const link = readUnsubscribeLink(token);
  if (!link) throw refused("not_found");
  const { of, mails } = link;
  const { email, workspaceName } = await mailReader(tx, of);
  const about = { email: veiled(email), workspaceName, from: mails.from };
  if (mails.from !== "digest") {
    const isEnded = !(await mailSwitchesOf(tx, of))[mails.from];
    return { ...link, shown: { ...about, planTitle: null, isEnded } };
  }
  const plan = (await choicesFor(tx, of.personId)).plans.find(({ planId }) => planId === mails.plan);
  if (!plan) throw refused("not_found");
  return { ...link, shown: { ...about, planTitle: plan.title, isEnded: plan.digest === false } };
}
