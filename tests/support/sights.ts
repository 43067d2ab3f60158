import type { FullPlan } from "./full-plan";
import type { Sight } from "./roles";

/** What the kernel sets for each kind of actor of a plan, and of a workspace. */
export const asSeller = (full: FullPlan): Sight => ({
  workspace_id: full.plan.workspaceId,
  plan_id: full.plan.planId,
  side: "seller",
  person_id: full.seller.owner.personId,
  participant_id: full.seller.owner.participantId,
});
export const asBuyer = (full: FullPlan, who = full.buyer.lead): Sight => ({
  ...asSeller(full),
  side: "buyer",
  person_id: who.personId,
  participant_id: who.participantId,
});
export const asMember = (full: FullPlan): Sight => ({
  workspace_id: full.plan.workspaceId,
  side: "seller",
  person_id: full.members.member.personId,
});
export const asJob = (full: FullPlan): Sight => ({ workspace_id: full.plan.workspaceId, side: "system" });
