import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { reminderCadence } from "@/db/schema";
import { type MemberActor, refused, type Tx, verb } from "../_kernel";
import { starterOf, starters } from "../template";
import { WorkspaceRef } from "../workspace/schemas";
import { Cadences, SetCadence } from "./schemas";
import { touchWorkspace } from "./touch";

/** When the workspace's plans remind: what it chose for all of them, and for those of one template. */
export const readCadences = verb({
  name: "reminder.cadences",
  scope: "workspace",
  kind: "query",
  input: WorkspaceRef,
  output: Cadences,
  may: "workspace.read",
  act: ({ tx, actor }) => cadencesOf(tx, actor),
});

/**
 * Chooses when the workspace's plans remind, or those of one template. Steps with their own cadence keep it. What would have been
 * due before now is let go.
 */
export const setCadence = verb({
  name: "reminder.set_cadence",
  scope: "workspace",
  kind: "mutation",
  input: SetCadence,
  output: Cadences,
  may: "workspace.edit",
  async act({ tx, actor, input: { templateKey, cadence }, now }) {
    if (templateKey !== null && !starterOf(templateKey)) throw refused("not_found");
    const known = await cadencesOf(tx, actor);
    const was =
      templateKey === null ? known.workspace : known.templates.find(({ key }) => key === templateKey)?.cadence;
    if (isDeepStrictEqual(was, cadence)) return known;
    await tx
      .insert(reminderCadence)
      .values({ workspaceId: actor.workspaceId, templateKey: templateKey ?? "", cadence, changedAt: now })
      .onConflictDoUpdate({
        target: [reminderCadence.workspaceId, reminderCadence.templateKey],
        set: { cadence, changedAt: now },
      });
    await touchWorkspace(tx, actor.workspaceId, templateKey);
    return cadencesOf(tx, actor);
  },
});

async function cadencesOf(tx: Tx, { workspaceId }: MemberActor): Promise<Cadences> {
  const rows = await tx.select().from(reminderCadence).where(eq(reminderCadence.workspaceId, workspaceId));
  const chosen = new Map(rows.map(({ templateKey, cadence }) => [templateKey, cadence]));
  return {
    workspace: chosen.get("") ?? null,
    templates: starters.map(({ key, name }) => ({ key, name, cadence: chosen.get(key) ?? null })),
  };
}
