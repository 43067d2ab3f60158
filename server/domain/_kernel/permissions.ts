import type { PlanRole, Side, WorkspaceRole } from "@/db/vocabulary";

/** Everybody that may act, as one word each: the columns of the table. */
export const standings = [
  "visitor",
  "person",
  "workspace.owner",
  "workspace.admin",
  "workspace.member",
  "seller.owner",
  "seller.editor",
  "seller.viewer",
  "buyer.lead",
  "buyer.contributor",
  "buyer.viewer",
] as const;
export type Standing = (typeof standings)[number];

const everyone: Standing[] = [...standings];
const signedIn: Standing[] = ["person"];
const members: Standing[] = ["workspace.owner", "workspace.admin", "workspace.member"];
const admins: Standing[] = ["workspace.owner", "workspace.admin"];
const readers: Standing[] = standings.filter((who) => who.startsWith("seller.") || who.startsWith("buyer."));
const editors: Standing[] = ["seller.owner", "seller.editor", "buyer.lead", "buyer.contributor"];
const leads: Standing[] = ["seller.owner", "buyer.lead"];
const inviters: Standing[] = ["seller.owner", "seller.editor", "buyer.lead"];
const committee: Standing[] = ["buyer.lead", "buyer.contributor"];

/** Who may do what. The interface reads this same table; the README's is made from it; a test walks each cell. */
export const permissions = {
  "access.enter": everyone,
  "mailbox.read": everyone,
  "self.read": signedIn,
  "self.edit": signedIn,
  "workspace.create": signedIn,
  "workspace.read": members,
  "workspace.edit": admins,
  "workspace.manage": admins,
  "plan.create": members,
  "plan.read": readers,
  "plan.edit": inviters,
  "step.edit": editors,
  "comment.write": editors,
  "participant.invite": inviters,
  "participant.edit": editors,
  "participant.manage": leads,
  "reminder.manage": leads,
  "problem.edit": editors,
  "problem.agree": committee,
  "cost.edit": editors,
  "cost.confirm": committee,
  "criterion.edit": editors,
  "option.edit": committee,
  "score.edit": committee,
} as const satisfies Record<string, readonly Standing[]>;
export type Permission = keyof typeof permissions;

export const may = (standing: Standing, permission: Permission): boolean =>
  (permissions[permission] as readonly Standing[]).includes(standing);

export const planStanding = (side: Side, role: PlanRole) => `${side}.${role}` as Standing;
export const workspaceStanding = (role: WorkspaceRole) => `workspace.${role}` as Standing;

/** The question that a plan's screen asks: may I, as I stand in this plan? */
export const mayOnPlan = (me: { side: Side; role: PlanRole }, permission: Permission) =>
  may(planStanding(me.side, me.role), permission);
