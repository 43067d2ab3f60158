import { listNotices, markAllRead, markRead, readPulse } from "@/server/domain/notification";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const notificationRouter = router({
  list: query(listNotices),
  pulse: query(readPulse),
  markRead: mutation(markRead),
  markAllRead: mutation(markAllRead),
});
