import { and, eq } from "drizzle-orm";
import { mailPreference, person, workspace } from "@/db/schema";
import { become, readPreferenceLink, refused, type Tx, verb } from "../_kernel";
import { choicesFor, endDigest, saveChoices, switchMails } from "../notification";
import { PreferenceLink, Preferences, SetPreferences } from "./schemas";

/** What a person gets from a workspace's plans by mail: for whoever holds the link from one of these mails. */
export const readPreferences = verb({
  name: "access.read_preferences",
  scope: "visitor",
  kind: "query",
  input: PreferenceLink,
  output: Preferences,
  may: "access.enter",
  act: async ({ tx, input }) => shown(tx, await findReader(tx, input.token)),
});

/** Ends or resumes kinds of mail, and says how soon to mail what. Repeating it changes nothing. */
export const setPreferences = verb({
  name: "access.set_preferences",
  scope: "visitor",
  kind: "mutation",
  input: SetPreferences,
  output: Preferences,
  may: "access.enter",
  async act({ tx, input: { token, endsDigestOf, choices, ...switches }, now }) {
    const reader = await findReader(tx, token);
    await switchMails(tx, reader.link, switches, now);
    const chosen = [...choices, ...(endsDigestOf ? endDigest(endsDigestOf) : [])];
    if (chosen.length > 0) await saveChoices(tx, reader.link.personId, { choices: chosen }, now);
    return shown(tx, reader);
  },
});

async function shown(tx: Tx, { link, email, workspaceName }: Awaited<ReturnType<typeof findReader>>) {
  const [[switches], choices] = await Promise.all([
    tx
      .select({ reminders: mailPreference.reminders, notifications: mailPreference.notifications })
      .from(mailPreference)
      .where(and(eq(mailPreference.workspaceId, link.workspaceId), eq(mailPreference.personId, link.personId))),
    choicesFor(tx, link.personId),
  ]);
  return { email, workspaceName, reminders: true, notifications: true, ...switches, choices };
}

async function findReader(tx: Tx, token: string) {
  const link = readPreferenceLink(token);
  if (!link) throw refused("not_found");
  await become(tx, { kind: "system", job: "preferences", workspaceId: link.workspaceId });
  const [[reader], [home]] = await Promise.all([
    tx.select({ email: person.email }).from(person).where(eq(person.id, link.personId)),
    tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, link.workspaceId)),
  ]);
  if (!reader || !home) throw refused("not_found");
  return { link, email: reader.email, workspaceName: home.name };
}
