import { criterion } from "@/db/schema";
import { newId, placeAmong, refused, verb } from "../_kernel";
import { criteriaOf } from "./criterion";
import { AddCriterion, Criterion } from "./schemas";

const ownZone = { buyer: "committee", seller: "seller" } as const;

/** Adds what the committee decides by, at the end: for everybody, or in the actor's own zone. */
export const addCriterion = verb({
  name: "criterion.add",
  scope: "plan",
  kind: "mutation",
  input: AddCriterion,
  output: Criterion,
  may: "criterion.edit",
  async act({ tx, actor, input, record }) {
    if (input.zone !== "shared" && input.zone !== ownZone[actor.side]) throw refused("not_allowed");
    const [added] = await tx
      .insert(criterion)
      .values({
        workspaceId: actor.workspaceId,
        id: newId(),
        planId: actor.planId,
        zone: input.zone,
        title: input.title,
        definition: input.definition,
        weight: input.weight,
        mustHave: input.mustHave,
        position: placeAmong(await criteriaOf(tx, actor), {}),
      })
      .returning();
    if (!added) throw new Error("an inserted criterion was not returned");
    await record("criterion.added", {
      zone: added.zone,
      subject: { type: "criterion", id: added.id },
      after: { title: added.title, weight: added.weight, mustHave: added.mustHave },
    });
    return added;
  },
});
