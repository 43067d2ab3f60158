import { and, eq, isNull, ne, notInArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  linkUse,
  participant,
  participation,
  person,
  plan,
  step,
  stepDependency,
  stepReminder,
  workspace,
} from "@/db/schema";
import type { LinkAct, StepKind } from "@/db/vocabulary";
import { become, type Caller, confineToSide, readStepLink, type Tx } from "../../_kernel";

export type Found = NonNullable<Awaited<ReturnType<typeof findStep>>>;

const stepOwner = alias(participant, "step_owner");

/**
 * The step of a link whose participant still is on the plan, and only if their side may see it and it is still of a kind that the
 * link is for. What was made private since then opens for the person's own browser only: the mail, and with it the link, may have
 * been handed on. The rest of the transaction sees what that side sees.
 */
export async function findStep(tx: Tx, token: string, caller: Caller, now: Date) {
  const link = readStepLink(token, now);
  if (!link) return null;
  const { workspaceId, planId, stepId, participantId } = link;
  await become(tx, { kind: "system", job: "step-link", workspaceId, planId });
  const [seat] = await tx
    .select({
      personId: person.id,
      email: person.email,
      ownTimeZone: person.timeZone,
      side: participant.side,
      name: participant.name,
    })
    .from(participation)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, participation.workspaceId), eq(participant.id, participation.participantId)),
    )
    .innerJoin(person, eq(person.id, participation.personId))
    .where(
      and(
        eq(participation.workspaceId, workspaceId),
        eq(participation.planId, planId),
        eq(participation.participantId, participantId),
      ),
    );
  if (!seat) return null;

  await confineToSide(tx, seat.side);
  const [found] = await tx
    .select({
      step,
      planTitle: plan.title,
      timeZone: plan.timeZone,
      country: plan.country,
      workspaceName: workspace.name,
      ownerName: stepOwner.name,
      use: { act: linkUse.act, detail: linkUse.detail },
      remindersSent: stepReminder.sent,
    })
    .from(step)
    .innerJoin(plan, and(eq(plan.workspaceId, step.workspaceId), eq(plan.id, step.planId)))
    .innerJoin(workspace, eq(workspace.id, step.workspaceId))
    .leftJoin(stepOwner, and(eq(stepOwner.workspaceId, step.workspaceId), eq(stepOwner.id, step.ownerId)))
    .leftJoin(stepReminder, and(eq(stepReminder.workspaceId, step.workspaceId), eq(stepReminder.stepId, step.id)))
    .leftJoin(linkUse, and(eq(linkUse.workspaceId, step.workspaceId), eq(linkUse.id, link.id)))
    .where(and(eq(step.workspaceId, workspaceId), eq(step.id, stepId), isNull(step.removedAt), isNull(plan.removedAt)));
  if (!found || !fits(link.act, found.step.kind)) return null;
  const isKnown = caller.personId === seat.personId;
  if (!isKnown && link.zone === "shared" && found.step.zone !== "shared") return null;
  return {
    ...found,
    ...seat,
    link,
    name: seat.name ?? seat.email,
    isTheirs: found.step.ownerId === participantId,
    isKnown,
  };
}

/** An approval is not simply done, and a task is not answered. */
function fits(act: LinkAct, kind: StepKind): boolean {
  if (act === "answer") return kind === "question";
  if (act === "decide") return kind === "approval";
  return act !== "done" || (kind !== "question" && kind !== "approval");
}

/** What the step waits for, as far as the side sees it. */
export async function openTitles(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }): Promise<string[]> {
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

/** People of the own side who have joined and may do a step. */
export async function colleaguesOf(tx: Tx, { link, side }: Pick<Found, "link" | "side">) {
  const rows = await tx
    .select({
      participantId: participant.id,
      name: participant.name,
      email: participant.email,
      title: participant.title,
    })
    .from(participation)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, participation.workspaceId), eq(participant.id, participation.participantId)),
    )
    .where(
      and(
        eq(participation.workspaceId, link.workspaceId),
        eq(participation.planId, link.planId),
        eq(participation.side, side),
        ne(participation.role, "viewer"),
        ne(participation.participantId, link.participantId),
        isNull(participant.removedAt),
      ),
    )
    .orderBy(participant.name, participant.id);
  return rows.map(({ email, ...row }) => ({ ...row, name: row.name ?? email ?? "" }));
}
