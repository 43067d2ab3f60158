import type { BuyingJob, BuyingRole, StepKind, Zone } from "@/db/vocabulary";

export type SellerRole = "account_executive" | "solution_engineer" | "security_officer" | "legal" | "customer_success";

/** Who does a step, as a role: a template knows nobody by name. */
export type RoleOwner = { side: "buyer"; role: BuyingRole } | { side: "seller"; role: SellerRole };

export type TemplateStep = {
  key: string;
  title: string;
  kind: StepKind;
  owner: RoleOwner;
  zone: Zone;
  /** Working days from the anchor: 5 is five after the start, −3 three before the target. */
  offset: number;
  anchor: "start" | "target";
  /** Markdown: what to do, why, and what helps. `{{customer}}` is replaced, here and in titles. */
  description: string;
  dependsOn: readonly string[];
};

export type TemplateMilestone = {
  key: string;
  title: string;
  job: BuyingJob;
  zone: Zone;
  definitionOfDone: string;
  /** The one milestone that is the decision which the plan's target date names. */
  isDecision: boolean;
  steps: readonly TemplateStep[];
};

/** `weight` is in points; only their proportion counts. */
export type TemplateCriterion = { title: string; definition: string; weight: number; mustHave: boolean; zone: Zone };

export type Template = {
  key: string;
  version: number;
  name: string;
  summary: string;
  /** Working days from the start to the target. */
  workingDays: number;
  milestones: readonly TemplateMilestone[];
  criteria: readonly TemplateCriterion[];
};

type StepDraft = Omit<TemplateStep, "zone" | "offset" | "anchor" | "dependsOn"> & {
  /** `start+5` or `target-3`: working days from that end of the plan. */
  due: `start+${number}` | `target-${number}`;
  zone?: Zone;
  dependsOn?: readonly string[];
};

/** A milestone as it is written in the starters: shared and without dependencies unless it says otherwise. */
export type MilestoneDraft = Omit<TemplateMilestone, "zone" | "isDecision" | "steps"> & {
  zone?: Zone;
  isDecision?: boolean;
  steps: readonly StepDraft[];
};

export function milestoneOf({
  zone = "shared",
  isDecision = false,
  steps,
  ...draft
}: MilestoneDraft): TemplateMilestone {
  return { ...draft, zone, isDecision, steps: steps.map((step) => stepOf(step, zone)) };
}

function stepOf({ due, zone, dependsOn = [], ...draft }: StepDraft, milestoneZone: Zone): TemplateStep {
  const [anchor = "start", days = "0"] = due.split(/[+-]/);
  const isFromStart = anchor === "start";
  return {
    ...draft,
    zone: zone ?? milestoneZone,
    anchor: isFromStart ? "start" : "target",
    offset: isFromStart ? Number(days) : 0 - Number(days),
    dependsOn,
  };
}

export const buyer = (role: BuyingRole): RoleOwner => ({ side: "buyer", role });
export const seller = (role: SellerRole): RoleOwner => ({ side: "seller", role });
