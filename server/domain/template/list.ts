import { z } from "zod";
import { verb } from "../_kernel";
import { BuyingJobName } from "../_kernel/fields";
import { WorkspaceRef } from "../workspace/schemas";
import { summaryOf } from "./apply";
import { starters } from "./starters";

const TemplateSummary = z.object({
  key: z.string(),
  name: z.string(),
  summary: z.string(),
  steps: z.number().int(),
  weeks: z.number().int(),
  jobs: z.array(BuyingJobName),
});

/** The templates that a new plan can start from. */
export const listTemplates = verb({
  name: "template.list",
  scope: "workspace",
  kind: "query",
  input: WorkspaceRef,
  output: z.array(TemplateSummary),
  may: "plan.create",
  act: async () => starters.map(summaryOf),
});
