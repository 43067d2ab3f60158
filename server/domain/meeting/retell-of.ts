import { retellMeeting, type Tx } from "../_kernel";

import { meetingsOf } from "./load";

/** Has the meetings told anew that somebody was asked to who has left the plan. */
export async function retellMeetingsOf(tx: Tx, of: { workspaceId: string; participantId: string }): Promise<void> {
  for (const asked of await meetingsOf(tx, of)) await retellMeeting(tx, asked);
}
