import { and, eq } from "drizzle-orm";
import { mailPreference, person, workspace } from "@/db/schema";
import { become, readPreferenceLink, refused, type Tx, verb } from "../_kernel";
import { touchPerson } from "../reminder";
import { PreferenceLink, Preferences, SetPreferences } from "./schemas";

/** What a person gets from a workspace's plans by mail: for whoever holds the link from one of these mails. */
export const readPreferences = verb({
  name: "access.read_preferences",
  scope: "visitor",
  kind: "query",
  input: PreferenceLink,
  output: Preferences,
  may: "access.enter",
  async act({ tx, input }) {
    const { link, ...about } = await findReader(tx, input.token);
    const [chosen] = await tx
      .select({ reminders: mailPreference.reminders })
      .from(mailPreference)
      .where(and(eq(mailPreference.workspaceId, link.workspaceId), eq(mailPreference.personId, link.personId)));
    return { ...about, reminders: chosen?.reminders ?? true };
  },
});

/** Ends or resumes the reminders. Repeating it changes nothing. */
export const setPreferences = verb({
  name: "access.set_preferences",
  scope: "visitor",
  kind: "mutation",
  input: SetPreferences,
  output: Preferences,
  may: "access.enter",
  async act({ tx, input: { token, reminders }, now }) {
    const { link, ...about } = await findReader(tx, token);
    await tx
      .insert(mailPreference)
      .values({ ...link, reminders, changedAt: now })
      .onConflictDoUpdate({
        target: [mailPreference.workspaceId, mailPreference.personId],
        set: { reminders, changedAt: now },
      });
    if (reminders) await touchPerson(tx, link);
    return { ...about, reminders };
  },
});

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
