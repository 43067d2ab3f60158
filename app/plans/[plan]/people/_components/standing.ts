import type { PlanRole, Side } from "@/db/vocabulary";
import { mayOnPlan } from "@/server/domain/_kernel/permissions";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Me } from "@/server/domain/plan/schemas";

/** A customer's people bring their own; only the supplier's side also brings its own. */
export const mayInviteTo = (me: Me, side: Side): boolean =>
  mayOnPlan(me, "participant.invite") && !(me.side === "buyer" && side === "seller");

/** Each side manages its own people; the supplier also those of the customer who have not joined. */
export const mayManage = (me: Me, person: Participant): boolean =>
  mayOnPlan(me, "participant.manage") &&
  (person.side === me.side || (me.side === "seller" && person.status !== "joined"));

export const mayHandOverTo = (me: Me, person: Participant): boolean =>
  me.role === "lead" &&
  me.participantId !== null &&
  person.side === "buyer" &&
  person.status === "joined" &&
  person.id !== me.participantId;

export const rolesOfSide: Record<Side, readonly PlanRole[]> = {
  buyer: ["lead", "contributor", "viewer"],
  seller: ["owner", "editor", "viewer"],
};

/** Nobody gives out a rank above their own on their side. */
export const rolesToGive = (me: Me, side: Side): readonly PlanRole[] =>
  rolesOfSide[side].filter((role) => role !== "owner" || me.role === "owner");
