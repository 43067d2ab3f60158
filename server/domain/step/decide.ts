import { and, eq } from "drizzle-orm";
import { participant } from "@/db/schema";
import { type PlanActor, refused, type Tx, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { keepAnswer } from "./answers";
import { lockStep, type StepRow } from "./lock";
import { openPredecessors } from "./predecessors";
import { saveStep, showStep } from "./save";
import { DecideStep, Step } from "./schemas";

/**
 * Approves, which completes the step, or declines, which blocks it with the reason. Its owner alone decides; where it has none,
 * whoever may change it.
 * @throws Refusal `not_decider`; `waits` for an approval before its time; `not_this_kind` for a step that is no approval.
 */
export const decideStep = verb({
  name: "step.decide",
  scope: "plan",
  kind: "mutation",
  input: DecideStep,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const { decision, why, anyway } = input;
    const row = await lockStep(tx, input);
    if (row.kind !== "approval") throw refused("not_this_kind");
    await mayDecide(tx, actor, row);
    const isApproved = decision === "approved";
    const blockers = isApproved && !anyway && row.status !== "done" ? await openPredecessors(tx, actor, row.id) : [];
    if (blockers.length > 0) throw refused("waits", { titles: blockers.map(({ title }) => title) });

    await keepAnswer(tx, actor, row, { kind: decision, body: why, at: now });
    const saved = saveStep(
      tx,
      row,
      isApproved
        ? { status: "done", statusReason: null, doneAt: row.doneAt ?? now }
        : { status: "blocked", statusReason: why, doneAt: null },
    );
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await record(isApproved ? "step.approved" : "step.declined", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status, statusReason: row.statusReason },
      after: { title: row.title, status: saved.status, statusReason: saved.statusReason },
    });
    return showStep(tx, saved);
  },
});

async function mayDecide(tx: Tx, actor: PlanActor, { workspaceId, ownerId }: StepRow) {
  if (ownerId === null || ownerId === actor.participantId) return;
  const [owner] = await tx
    .select({ name: participant.name })
    .from(participant)
    .where(and(eq(participant.workspaceId, workspaceId), eq(participant.id, ownerId)));
  throw refused("not_decider", { name: owner?.name ?? undefined });
}
