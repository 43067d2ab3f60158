import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { calendarFeed, participation, plan } from "@/db/schema";
import { feedLink, newId, refused, type Scene, type Tx, verb } from "../_kernel";
import { Feed, FeedRef, OpenFeed } from "./schemas";

/** The reader's calendar addresses: one over all plans, one for each. */
export const listFeeds = verb({
  name: "feed.list",
  scope: "person",
  kind: "query",
  input: z.object({}).optional(),
  output: z.array(Feed),
  may: "self.read",
  act: ({ tx, actor }) => feedsOf(tx, actor.personId),
});

/** Makes a calendar address. One that was there before for the same ends here. */
export const openFeed = verb({
  name: "feed.open",
  scope: "person",
  kind: "mutation",
  input: OpenFeed,
  output: z.array(Feed),
  may: "self.edit",
  async act(scene) {
    const { tx, actor, input, now } = scene;
    const known = (await feedsOf(tx, actor.personId)).find(({ planId }) => planId === input.planId);
    if (!known) throw refused("not_found");
    if (known.feedId) await end(scene, known.feedId);
    await tx
      .insert(calendarFeed)
      .values({ id: newId(), personId: actor.personId, planId: input.planId, createdAt: now })
      .onConflictDoNothing();
    return feedsOf(tx, actor.personId);
  },
});

export const revokeFeed = verb({
  name: "feed.revoke",
  scope: "person",
  kind: "mutation",
  input: FeedRef,
  output: z.array(Feed),
  may: "self.edit",
  async act(scene) {
    const ended = await end(scene, scene.input.feedId);
    if (!ended) throw refused("not_found");
    return feedsOf(scene.tx, scene.actor.personId);
  },
});

async function end({ tx, actor, now }: Scene<"person", unknown>, feedId: string): Promise<boolean> {
  const ended = await tx
    .update(calendarFeed)
    .set({ revokedAt: now })
    .where(and(eq(calendarFeed.id, feedId), eq(calendarFeed.personId, actor.personId), isNull(calendarFeed.revokedAt)))
    .returning({ id: calendarFeed.id });
  return ended.length > 0;
}

async function feedsOf(tx: Tx, personId: string): Promise<Feed[]> {
  const [plans, open] = await Promise.all([
    tx
      .select({ planId: plan.id, planTitle: plan.title })
      .from(participation)
      .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
      .where(and(eq(participation.personId, personId), isNull(plan.removedAt)))
      .orderBy(asc(plan.title), asc(plan.id)),
    tx
      .select()
      .from(calendarFeed)
      .where(and(eq(calendarFeed.personId, personId), isNull(calendarFeed.revokedAt))),
  ]);
  const feeds = new Map(open.map((feed) => [feed.planId, feed]));
  return [{ planId: null, planTitle: null }, ...plans].map((of) => {
    const feed = feeds.get(of.planId);
    return {
      ...of,
      feedId: feed?.id ?? null,
      url: feed ? feedLink(feed.id) : null,
      createdAt: feed?.createdAt ?? null,
      readAt: feed?.readAt ?? null,
    };
  });
}
