import { stepDependency } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import { withinSystem } from "@/server/domain/_kernel";
import type { TestPlan } from "./factory";

type Given = { stepId: string; predecessorId: string; zone?: Zone };

/** One step of the plan waits for another. */
export const aDependency = ({ workspaceId, planId }: TestPlan, given: Given) =>
  withinSystem({ kind: "system", job: "factory", workspaceId }, (tx) =>
    tx.insert(stepDependency).values({ ...given, workspaceId, planId }),
  );
