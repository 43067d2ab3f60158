import { choose, listNotices, markAllRead, markRead, readChoices, readPulse } from "@/server/domain/notification";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const notificationRouter = router({
  list: query(listNotices),
  pulse: query(readPulse),
  choices: query(readChoices),
  choose: mutation(choose),
  markRead: mutation(markRead),
  markAllRead: mutation(markAllRead),
});
