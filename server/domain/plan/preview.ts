import { verb } from "../_kernel";
import { PlanPreview, PreviewPlan } from "./schemas";
import { skeletonFor } from "./skeleton";

/** The plan as `plan.create` would date it, without making it. */
export const previewPlan = verb({
  name: "plan.preview",
  scope: "workspace",
  kind: "query",
  input: PreviewPlan,
  output: PlanPreview,
  may: "plan.create",
  async act({ input }) {
    const { milestones, startsOn, decidesOn, workingDays } = skeletonFor(input);
    return {
      startsOn,
      decidesOn,
      workingDays,
      milestones: milestones.map(({ title, job, dueOn, isDecision, steps }) => ({
        title,
        job,
        dueOn,
        isDecision,
        steps: steps.map((step) => ({ title: step.title, dueOn: step.dueOn, side: step.owner.side, zone: step.zone })),
      })),
    };
  },
});
