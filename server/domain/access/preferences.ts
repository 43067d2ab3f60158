import type { z } from "zod";
import { readPreferenceLink, refused, type Tx, verb } from "../_kernel";
import { choicesFor, mailSwitchesOf, saveChoices, switchMails } from "../notification";
import { type MailReader, mailReader } from "./mail-reader";
import { PreferenceLink, Preferences, SetPreferences } from "./schemas";

/** What a person gets from a workspace's plans by mail: for whoever holds the link from one of these mails. */
export const readPreferences = verb({
  name: "access.read_preferences",
  scope: "visitor",
  kind: "query",
  input: PreferenceLink,
  output: Preferences,
  may: "access.enter",
  async act({ tx, input, now }) {
    const link = readPreferenceLink(input.token, now);
    if (!link) throw refused("not_found");
    return link.isExpired ? { state: "expired" as const } : shown(tx, await mailReader(tx, link));
  },
});

/**
 * Ends or resumes kinds of mail of this workspace, and says how soon to mail what of its plans. Repeating it changes nothing. What
 * holds for all of a person's plans is chosen by the person, signed in.
 */
export const setPreferences = verb({
  name: "access.set_preferences",
  scope: "visitor",
  kind: "mutation",
  input: SetPreferences,
  output: Preferences,
  may: "access.enter",
  async act({ tx, input: { token, choices, ...switches }, now }) {
    const link = readPreferenceLink(token, now);
    if (!link) throw refused("not_found");
    if (link.isExpired) throw refused("link_expired");
    const reader = await mailReader(tx, link);
    await switchMails(tx, reader, switches, now);
    if (choices.length > 0) await saveChoices(tx, reader.personId, { choices }, now);
    return shown(tx, reader);
  },
});

async function shown(tx: Tx, { email, workspaceName, ...of }: MailReader): Promise<z.input<typeof Preferences>> {
  const [switches, { plans }] = await Promise.all([mailSwitchesOf(tx, of), choicesFor(tx, of.personId)]);
  return { state: "open", email, workspaceName, ...switches, plans };
}
