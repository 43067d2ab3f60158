import { planPath } from "@/app/_components/shell/paths";
import type { Side } from "@/db/vocabulary";

type StepAddress = { planId: string; show?: "open"; side?: Side; owner?: string; step?: string };

/** The list of steps, filtered, and with one of them open beside it. */
export function stepPath({ planId, ...asks }: StepAddress): string {
  const search = new URLSearchParams(asks);
  const asked = search.toString();
  return asked ? `${planPath(planId, "steps")}?${asked}` : planPath(planId, "steps");
}
