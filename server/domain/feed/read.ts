import { and, eq, isNull, lt, or } from "drizzle-orm";
import { calendarFeed, person, plan } from "@/db/schema";
import { asPerson, hashOf, readFeedLink, refused, type Tx, takePoint, verb } from "../_kernel";
import { entriesOf } from "./entries";
import { FeedContent, FeedToken } from "./schemas";

const NOTED_EVERY_MS = 60 * 60 * 1000;

/**
 * What a calendar program that holds the address is told: over all plans the person's own steps and meetings, of one plan all that
 * they may see. Whoever has left a plan finds nothing of it here any more. A revoked address and an unknown one look the same.
 */
export const readFeed = verb({
  name: "feed.read",
  scope: "visitor",
  kind: "query",
  input: FeedToken,
  output: FeedContent,
  may: "access.enter",
  before: (_, { token }) => takePoint("feed.read", hashOf(token)),
  async act({ tx, input, now }) {
    const id = readFeedLink(input.token);
    if (!id) throw refused("not_found");
    const [found] = await tx
      .select({ feed: calendarFeed, locale: person.locale })
      .from(calendarFeed)
      .innerJoin(person, eq(person.id, calendarFeed.personId))
      .where(and(eq(calendarFeed.id, id), isNull(calendarFeed.revokedAt)));
    if (!found) throw refused("not_found");
    const { personId, planId } = found.feed;
    await tx
      .update(calendarFeed)
      .set({ readAt: now })
      .where(
        and(
          eq(calendarFeed.id, id),
          or(isNull(calendarFeed.readAt), lt(calendarFeed.readAt, new Date(now.getTime() - NOTED_EVERY_MS))),
        ),
      );
    await asPerson(tx, personId);
    const entries = await entriesOf(tx, { personId, planId });
    return { planTitle: planId ? await titleOf(tx, planId) : null, locale: found.locale, entries };
  },
});

async function titleOf(tx: Tx, planId: string): Promise<string> {
  const [row] = await tx.select({ title: plan.title }).from(plan).where(eq(plan.id, planId));
  if (!row) throw refused("not_found");
  return row.title;
}
