import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { member, participant, participation, person } from "@/db/schema";
import { become, recordEvent, refused, type Scene, verb } from "../_kernel";
import { planMorningsAnew } from "../notification";
import { selfOf } from "./me";
import { EditSelf, Self } from "./schemas";

/** Changes how the reader is called, their title, zone or language. A name or title changes wherever they take part. */
export const editSelf = verb({
  name: "person.edit",
  scope: "person",
  kind: "mutation",
  input: EditSelf,
  output: Self,
  may: "self.edit",
  async act(scene) {
    const { tx, actor, input } = scene;
    const { name, title, timeZone, locale } = input;
    const [was] = await tx.select({ timeZone: person.timeZone }).from(person).where(eq(person.id, actor.personId));
    const [saved] = await tx
      .update(person)
      .set({ name, title, timeZone, locale, id: actor.personId })
      .where(eq(person.id, actor.personId))
      .returning();
    if (!saved) throw refused("not_signed_in");
    const self = await selfOf(tx, actor.personId);
    if (saved.timeZone !== was?.timeZone) await planMorningsAnew(tx, actor.personId);
    if (name !== undefined || title !== undefined) await renameEverywhere(scene, self);
    return self;
  },
});

async function renameEverywhere({ tx, actor, input, now, wakes }: Scene<"person", EditSelf>, self: Self) {
  const { personId } = actor;
  const changes = { name: input.name, title: input.title };
  const places = await tx
    .select({ workspaceId: participation.workspaceId, planId: participation.planId, id: participation.participantId })
    .from(participation)
    .where(eq(participation.personId, personId))
    .orderBy(asc(participation.planId));
  const tenants = new Set([...places.map(({ workspaceId }) => workspaceId), ...self.workspaces.map(({ id }) => id)]);

  for (const workspaceId of [...tenants].sort()) {
    await become(tx, { kind: "system", job: "person.edit", workspaceId, personId });
    await tx
      .update(member)
      .set(changes)
      .where(and(eq(member.workspaceId, workspaceId), eq(member.personId, personId), isNull(member.removedAt)));
    for (const { planId, id } of places.filter((place) => place.workspaceId === workspaceId)) {
      const isThis = and(eq(participant.workspaceId, workspaceId), eq(participant.id, id));
      const [before] = await tx.select().from(participant).where(isThis).for("update");
      if (!before) continue;
      const [after] = await tx
        .update(participant)
        .set({ ...changes, version: sql`${participant.version} + 1` })
        .where(isThis)
        .returning();
      await recordEvent(tx, { workspaceId, participantId: id, name: after?.name ?? "" }, now, "participant.edited", {
        planId,
        subject: { type: "participant", id },
        before: { name: before.name, title: before.title },
        after: { name: after?.name, title: after?.title },
      });
      wakes(planId);
    }
  }
}
