import { overAllZones, type PlanActor, retellMeeting, type Tx } from "../_kernel";
import { meetingsIn, meetingsOf } from "./load";

/** Has the meetings told anew that somebody was asked to who has left the plan. */
export async function retellMeetingsOf(tx: Tx, of: { workspaceId: string; participantId: string }): Promise<void> {
  for (const asked of await meetingsOf(tx, of)) await retellMeeting(tx, asked);
}

/** Has all of a plan's meetings told anew, also those that the actor may not see: the plan's clock has changed. */
export async function retellMeetingsOfPlan(tx: Tx, actor: PlanActor): Promise<void> {
  await overAllZones(tx, actor.planId, actor.side, async () => {
    for (const planned of await meetingsIn(tx, actor)) await retellMeeting(tx, planned);
  });
}
