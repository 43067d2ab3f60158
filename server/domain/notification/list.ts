import { and, desc, eq } from "drizzle-orm";
import { notification, person } from "@/db/schema";
import { todayIn, verb } from "../_kernel";
import { isInSight } from "./in-sight";
import { ListNotices, NoticeList } from "./schemas";
import { tellings } from "./tellings";
import { tellingOf } from "./wording";

/** What the reader was told on all of their plans, the newest first: one query, whatever the number of plans. */
export const listNotices = verb({
  name: "notification.list",
  scope: "person",
  kind: "query",
  input: ListNotices,
  output: NoticeList,
  may: "self.read",
  async act({ tx, actor, input: { limit }, now }) {
    const [rows, [self]] = await Promise.all([
      tellings(tx, and(eq(notification.personId, actor.personId), isInSight))
        .orderBy(desc(notification.createdAt), desc(notification.id))
        .limit(limit + 1),
      tx.select({ timeZone: person.timeZone }).from(person).where(eq(person.id, actor.personId)),
    ]);
    return {
      notices: rows.slice(0, limit).map((row) => ({ ...row, ...tellingOf(row) })),
      hasMore: rows.length > limit,
      today: todayIn(self?.timeZone ?? "UTC", now),
    };
  },
});
