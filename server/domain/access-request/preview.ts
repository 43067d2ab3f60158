import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { accessRequest, plan, workspace } from "@/db/schema";
import { become, readRequestLink, verb } from "../_kernel";
import { emailOf } from "../access";
import { mayAnswer } from "./may-answer";
import { AccessRequestLink, AccessRequestPreview } from "./schemas";

/**
 * What the page behind the link of a request's mail shows, as long as its reader may answer. It answers nothing: that takes the
 * reader's own session.
 */
export const previewAccessRequest = verb({
  name: "access_request.preview",
  scope: "visitor",
  kind: "query",
  input: AccessRequestLink,
  output: AccessRequestPreview,
  may: "access.enter",
  async act({ tx, input, caller, now }): Promise<z.input<typeof AccessRequestPreview>> {
    const link = readRequestLink(input.token, now);
    if (!link) return { state: "gone" };
    const { workspaceId, planId, requestId, email } = link;
    await become(tx, { kind: "system", job: "access-request", workspaceId, planId });
    const [found] = await tx
      .select({
        request: accessRequest,
        planTitle: plan.title,
        customerName: plan.customerName,
        supplierName: workspace.name,
      })
      .from(accessRequest)
      .innerJoin(plan, and(eq(plan.workspaceId, accessRequest.workspaceId), eq(plan.id, accessRequest.planId)))
      .innerJoin(workspace, eq(workspace.id, accessRequest.workspaceId))
      .where(and(eq(accessRequest.workspaceId, workspaceId), eq(accessRequest.id, requestId), isNull(plan.removedAt)));
    if (!found || !(await mayAnswer(tx, found.request, email))) return { state: "gone" };
    const { request, ...about } = found;
    return { ...request, ...about, planId, to: email, isReader: (await emailOf(tx, caller.personId)) === email };
  },
});
