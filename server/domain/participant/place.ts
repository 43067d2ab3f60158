import { participant } from "@/db/schema";
import { mergeEdit, newId, refused, verb } from "../_kernel";
import { lockParticipant } from "./lock";
import { presentParticipant, saveParticipant, touchIfNamed } from "./save";
import { EditParticipant, NameParticipant, Participant } from "./schemas";
import type { ParticipantRow } from "./show";

/** Puts a person, or a role that has nobody yet, on the plan without writing to anybody. */
export const nameParticipant = verb({
  name: "participant.name",
  scope: "plan",
  kind: "mutation",
  input: NameParticipant,
  output: Participant,
  may: "participant.edit",
  async act({ tx, actor, input, now, record }) {
    if (!input.name && !input.buyingRole && !input.title) throw refused("invalid", { fields: { name: "required" } });
    const [added] = await tx
      .insert(participant)
      .values({
        workspaceId: actor.workspaceId,
        id: newId(),
        planId: actor.planId,
        side: input.side,
        role: input.side === "buyer" ? "contributor" : "editor",
        name: input.name,
        title: input.title,
        buyingRole: input.side === "buyer" ? input.buyingRole : null,
      })
      .returning();
    if (!added) throw new Error("an inserted participant was not returned");
    await record("participant.named", {
      subject: { type: "participant", id: added.id },
      after: { name: added.name, side: added.side, buyingRole: added.buyingRole, title: added.title },
    });
    return presentParticipant(tx, actor, added, now);
  },
});

type Editable = "name" | "title" | "buyingRole" | "influence" | "win" | "concern";

/** Changes what the plan says of a person. Everybody on the plan sees it, the person too. */
export const editParticipant = verb({
  name: "participant.edit",
  scope: "plan",
  kind: "mutation",
  input: EditParticipant,
  output: Participant,
  may: "participant.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockParticipant(tx, actor, input.participantId);
    const changes = mergeEdit<ParticipantRow, Editable>(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return presentParticipant(tx, actor, row, now);
    if (changes.name === null && row.email) throw refused("invalid", { fields: { name: "required" } });

    const saved = await saveParticipant(tx, row, changes);
    await touchIfNamed(tx, row, saved);
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("participant.edited", {
      subject: { type: "participant", id: row.id },
      before: { name: row.name, ...before },
      after: { name: saved.name, ...changes },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});
