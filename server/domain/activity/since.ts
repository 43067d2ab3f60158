import { and, asc, eq, gt, or } from "drizzle-orm";
import { z } from "zod";
import { event } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import { verb } from "../_kernel";
import { Id } from "../_kernel/fields";
import { Cursor } from "../plan/schemas";
import { whoIsHere } from "../presence";
import { Event, EventsSince } from "./schemas";

const MOST = 200;

/** What happened after a cursor, in the order of each zone's stream, and who is here. A live stream asks it at each wake-up. */
export const eventsSince = verb({
  name: "activity.since",
  scope: "plan",
  kind: "query",
  input: EventsSince,
  output: z.object({ events: z.array(Event), cursor: Cursor, here: z.array(Id) }),
  may: "plan.read",
  async act({ tx, actor, input, now }) {
    const zones: Zone[] = ["shared", actor.side === "buyer" ? "committee" : "seller"];
    const news = tx
      .select()
      .from(event)
      .where(
        and(
          eq(event.workspaceId, actor.workspaceId),
          eq(event.planId, actor.planId),
          or(...zones.map((zone) => and(eq(event.zone, zone), gt(event.seq, input.cursor[zone] ?? 0)))),
        ),
      )
      .orderBy(asc(event.zone), asc(event.seq))
      .limit(MOST);

    const [rows, here] = await Promise.all([news, whoIsHere(tx, actor, now)]);
    const cursor = { ...input.cursor };
    for (const row of rows) cursor[row.zone] = row.seq;
    const events = rows.map((row) => Event.parse(row));
    return { events, cursor, here };
  },
});
