import { planPath } from "@/app/_components/shell/paths";

type StepAddress = { planId: string; step?: string; owner?: string };

/** The list of steps, with one of them open beside it or only one person's shown. */
export function stepPath({ planId, step, owner }: StepAddress): string {
  const search = new URLSearchParams();
  if (owner) search.set("owner", owner);
  if (step) search.set("step", step);
  const asked = search.toString();
  return asked ? `${planPath(planId, "steps")}?${asked}` : planPath(planId, "steps");
}
