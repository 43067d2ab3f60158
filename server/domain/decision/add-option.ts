import { option } from "@/db/schema";
import { newId, placeAmong, verb } from "../_kernel";
import { optionsOf } from "./option";
import { AddOption, Option } from "./schemas";

/** Adds another supplier, or building it oneself. The supplier never learns of it. */
export const addOption = verb({
  name: "option.add",
  scope: "plan",
  kind: "mutation",
  input: AddOption,
  output: Option,
  may: "option.edit",
  async act({ tx, actor, input, record }) {
    const [added] = await tx
      .insert(option)
      .values({
        workspaceId: actor.workspaceId,
        id: newId(),
        planId: actor.planId,
        zone: "committee",
        kind: input.kind,
        title: input.title,
        position: placeAmong(await optionsOf(tx, actor), {}),
      })
      .returning();
    if (!added) throw new Error("an inserted option was not returned");
    await record("option.added", {
      zone: added.zone,
      subject: { type: "option", id: added.id },
      after: { title: added.title, kind: added.kind },
    });
    return added;
  },
});
