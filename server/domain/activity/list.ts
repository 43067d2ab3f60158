import { and, desc, eq, gte, lt } from "drizzle-orm";
import { event } from "@/db/schema";
import { verb } from "../_kernel";
import { Event, EventPage, ListEvents } from "./schemas";

/**
 * What happened, newest first. A page ends between two instants, never within one, so that its `next` skips nothing and repeats
 * nothing; it may therefore hold a few more than were asked for.
 */
export const listEvents = verb({
  name: "activity.list",
  scope: "plan",
  kind: "query",
  input: ListEvents,
  output: EventPage,
  may: "plan.read",
  async act({ tx, actor, input }) {
    const ofPlan = and(
      eq(event.workspaceId, actor.workspaceId),
      eq(event.planId, actor.planId),
      input.before ? lt(event.at, input.before) : undefined,
    );
    const [last] = await tx
      .select({ at: event.at })
      .from(event)
      .where(ofPlan)
      .orderBy(desc(event.at))
      .limit(1)
      .offset(input.limit - 1);

    const [rows, older] = await Promise.all([
      tx
        .select()
        .from(event)
        .where(and(ofPlan, last ? gte(event.at, last.at) : undefined))
        .orderBy(desc(event.at), desc(event.seq), desc(event.id)),
      last
        ? tx
            .select({ id: event.id })
            .from(event)
            .where(and(ofPlan, lt(event.at, last.at)))
            .limit(1)
        : [],
    ]);
    return { events: rows.map((row) => Event.parse(row)), next: last && older.length > 0 ? last.at : null };
  },
});
