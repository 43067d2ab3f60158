import { enqueue, type Tx } from "../_kernel";
import type { StepRow } from "./lock";

/** A burst of changes is told once, when it is over. */
const QUIET_MS = 30_000;

/** Has the calendars of those who are asked to a step's meeting told of what changed about it. */
export async function retellMeeting(
  tx: Tx,
  { workspaceId, planId, id, kind }: Pick<StepRow, "workspaceId" | "planId" | "id" | "kind">,
): Promise<void> {
  if (kind !== "meeting") return;
  await enqueue(tx, "meeting.tell", {
    payload: { workspaceId, planId, stepId: id },
    key: `meeting.tell:${id}`,
    runAt: new Date(Date.now() + QUIET_MS),
  });
}
