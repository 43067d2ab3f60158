import { z } from "zod";
import { tellMeeting } from "../domain/meeting";
import { job } from "./job";

export const tellMeetingJob = job({
  id: "meeting.tell",
  payload: z.object({ workspaceId: z.uuid(), planId: z.uuid(), stepId: z.uuid() }),
  handle: tellMeeting,
});
