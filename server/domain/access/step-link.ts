import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { z } from "zod";
import { participant, participation, plan, step, stepDependency, workspace } from "@/db/schema";
import type { StepStatus } from "@/db/vocabulary";
import {
  become,
  type Caller,
  type Claim,
  now as clockNow,
  confineToSide,
  readStepLink,
  refused,
  type Tx,
  todayIn,
  type Verb,
  verb,
  withinService,
} from "../_kernel";
import { completeStep } from "../step";
import { CompleteFromLink, Nothing, StepLink, StepLinkPreview } from "./schemas";

/** What the page behind a reminder's link shows. Looking changes nothing. */
export const previewStepLink = verb({
  name: "access.preview_step_link",
  scope: "visitor",
  kind: "query",
  input: StepLink,
  output: StepLinkPreview,
  may: "access.enter",
  async act({ tx, input, now }): Promise<z.input<typeof StepLinkPreview>> {
    const found = await findStep(tx, input.token, now);
    if (!found) return { state: "gone" };
    const { step, planTitle, workspaceName, name } = found;
    const openPredecessors = await openTitles(tx, step);
    return {
      state: stateOf(step.status, openPredecessors.length > 0),
      title: step.title,
      planTitle,
      planId: step.planId,
      workspaceName,
      name,
      dueOn: step.dueOn,
      today: todayIn(found.timeZone, now),
      openPredecessors,
    };
  },
});

function stateOf(status: StepStatus, isWaiting: boolean) {
  if (status === "done" || status === "dropped") return status;
  return isWaiting ? "waits" : "open";
}

const about = {
  name: "access.complete_from_link",
  scope: "visitor",
  kind: "mutation",
  input: CompleteFromLink,
  output: Nothing,
  may: "access.enter",
} as const;

/**
 * Marks the one step done that a signed link names, as the participant that it names, without a session. All rules of
 * completing a step hold; who has left the plan is refused.
 */
export const completeFromLink: Verb<"visitor", typeof CompleteFromLink, typeof Nothing> = {
  ...about,
  async run({ ip, device, requestId }: Caller | Claim, given: unknown) {
    const checked = CompleteFromLink.safeParse(given);
    if (!checked.success) throw refused("not_found");
    const { token, anyway } = checked.data;
    // Closed before the step's own transaction opens: holding two connections at once could use up the pool.
    const found = await withinService((tx) => findStep(tx, token, clockNow()));
    if (!found) throw refused("not_found");
    const { personId, step } = found;
    const caller = { personId, sessionId: null, ip, device, requestId };
    await completeStep.run(caller, { planId: step.planId, stepId: step.id, anyway });
    return {};
  },
};

/** The step of a link whose participant still is on the plan, and only if their side may see it. */
async function findStep(tx: Tx, token: string, now: Date) {
  const link = readStepLink(token, now);
  if (!link) return null;
  const { workspaceId, planId, stepId, participantId } = link;
  await become(tx, { kind: "system", job: "step-link", workspaceId, planId });
  const [seat] = await tx
    .select({ personId: participant.personId, side: participant.side, name: participant.name })
    .from(participation)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, participation.workspaceId), eq(participant.id, participation.participantId)),
    )
    .where(and(eq(participation.workspaceId, workspaceId), eq(participation.participantId, participantId)));
  if (!seat?.personId) return null;

  await confineToSide(tx, seat.side);
  const [found] = await tx
    .select({ step, planTitle: plan.title, timeZone: plan.timeZone, workspaceName: workspace.name })
    .from(step)
    .innerJoin(plan, and(eq(plan.workspaceId, step.workspaceId), eq(plan.id, step.planId)))
    .innerJoin(workspace, eq(workspace.id, step.workspaceId))
    .where(and(eq(step.workspaceId, workspaceId), eq(step.id, stepId), isNull(step.removedAt), isNull(plan.removedAt)));
  return found ? { ...found, personId: seat.personId, name: seat.name ?? "" } : null;
}

async function openTitles(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }) {
  const rows = await tx
    .select({ title: step.title })
    .from(stepDependency)
    .innerJoin(step, and(eq(step.workspaceId, stepDependency.workspaceId), eq(step.id, stepDependency.predecessorId)))
    .where(
      and(
        eq(stepDependency.workspaceId, workspaceId),
        eq(stepDependency.stepId, id),
        notInArray(step.status, ["done", "dropped"]),
        isNull(step.removedAt),
      ),
    );
  return rows.map(({ title }) => title);
}
