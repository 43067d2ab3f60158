import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { accessRequest } from "@/db/schema";
import { verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { AccessRequest } from "./schemas";

/** Who asks to take part and has no answer yet, the oldest first. A customer's lead has no say in who joins the supplier's side. */
export const listAccessRequests = verb({
  name: "access_request.list",
  scope: "plan",
  kind: "query",
  input: PlanRef,
  output: z.array(AccessRequest),
  may: "participant.manage",
  act: ({ tx, actor: { workspaceId, planId, side } }) =>
    tx
      .select()
      .from(accessRequest)
      .where(
        and(
          eq(accessRequest.workspaceId, workspaceId),
          eq(accessRequest.planId, planId),
          eq(accessRequest.state, "open"),
          side === "buyer" ? eq(accessRequest.side, "buyer") : undefined,
        ),
      )
      .orderBy(asc(accessRequest.createdAt)),
});
