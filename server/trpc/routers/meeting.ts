import { cancelMeeting, readMeeting, setMeeting } from "@/server/domain/meeting";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const meetingRouter = router({
  read: query(readMeeting),
  set: mutation(setMeeting),
  cancel: mutation(cancelMeeting),
});
