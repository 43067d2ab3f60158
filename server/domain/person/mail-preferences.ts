import { eq } from "drizzle-orm";
import { mailPreference, participation, workspace } from "@/db/schema";
import { refused, type Tx, verb } from "../_kernel";
import { switchMails } from "../notification";
import { selfOf } from "./me";
import { MailPreferences, Nobody, SetMailPreference } from "./schemas";

/** Which workspaces may remind the reader of their steps, and tell them by mail what happened. */
export const listMailPreferences = verb({
  name: "person.mail_preferences",
  scope: "person",
  kind: "query",
  input: Nobody,
  output: MailPreferences,
  may: "self.read",
  act: ({ tx, actor }) => preferencesOf(tx, actor.personId),
});

export const setMailPreference = verb({
  name: "person.set_mail_preference",
  scope: "person",
  kind: "mutation",
  input: SetMailPreference,
  output: MailPreferences,
  may: "self.edit",
  async act({ tx, actor: { personId }, input: { workspaceId, ...switches }, now }) {
    const known = await preferencesOf(tx, personId);
    if (!known.some((row) => row.workspaceId === workspaceId)) throw refused("not_found");
    await switchMails(tx, { workspaceId, personId }, switches, now);
    return preferencesOf(tx, personId);
  },
});

/** One for each workspace in which the reader is a member or on a plan. */
async function preferencesOf(tx: Tx, personId: string): Promise<MailPreferences> {
  const [self, onPlans, chosen] = await Promise.all([
    selfOf(tx, personId),
    tx
      .selectDistinct({ id: workspace.id, name: workspace.name, role: participation.role })
      .from(participation)
      .innerJoin(workspace, eq(workspace.id, participation.workspaceId))
      .where(eq(participation.personId, personId)),
    tx.select().from(mailPreference).where(eq(mailPreference.personId, personId)),
  ]);
  const names = new Map([...self.workspaces, ...onPlans].map(({ id, name }) => [id, name]));
  const heads = new Set(onPlans.flatMap(({ id, role }) => (role === "lead" || role === "owner" ? [id] : [])));
  const switches = new Map(chosen.map((row) => [row.workspaceId, row]));
  return [...names]
    .map(([workspaceId, workspaceName]) => ({
      workspaceId,
      workspaceName,
      reminders: switches.get(workspaceId)?.reminders ?? true,
      notifications: switches.get(workspaceId)?.notifications ?? true,
      digests: heads.has(workspaceId) ? (switches.get(workspaceId)?.digests ?? true) : null,
    }))
    .sort((one, other) => one.workspaceName.localeCompare(other.workspaceName));
}
