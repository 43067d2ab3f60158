import type { StepKind } from "@/db/vocabulary";
import { enqueue } from "./queue";
import type { Tx } from "./within";

/** A burst of changes is told once, when it is over. */
const QUIET_MS = 30_000;

type StepOfKind = { workspaceId: string; planId: string; id: string; kind: StepKind };

/** Has the calendars of those who are asked to a step's meeting told of what changed about it. */
export async function retellMeeting(tx: Tx, { workspaceId, planId, id, kind }: StepOfKind): Promise<void> {
  if (kind !== "meeting") return;
  await enqueue(tx, "meeting.tell", {
    payload: { workspaceId, planId, stepId: id },
    key: `meeting.tell:${id}`,
    runAt: new Date(Date.now() + QUIET_MS),
  });
}
