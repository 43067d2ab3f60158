import { mayOnPlan } from "@/server/domain/_kernel/permissions";
import type { PlanView } from "@/server/domain/plan/schemas";

/** Until somebody of the customer has been invited, that is what a seller does first: a plan is made by both. */
export const isChampionWanted = ({ me, participants }: Pick<PlanView, "me" | "participants">): boolean =>
  me.side === "seller" &&
  mayOnPlan(me, "participant.invite") &&
  participants.every(({ side, status }) => side === "seller" || status === "not_invited");
