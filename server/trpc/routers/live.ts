import { tracked } from "@trpc/server";
import { z } from "zod";
import { proven } from "@/server/domain/_kernel";
import { Id } from "@/server/domain/_kernel/fields";
import { Cursor } from "@/server/domain/plan/schemas";
import { followPlans, type News as PlanNews } from "@/server/live/follow";
import { followSelf, type OwnNews } from "@/server/live/follow-self";
import { joinStreams } from "@/server/live/streams";
import { together } from "@/server/live/together";
import { procedure, router } from "../init";

export type { PlanNews };
export type News = PlanNews | OwnNews;

const Follow = z.object({
  plans: z.array(z.object({ planId: Id, cursor: Cursor })).max(20),
  /** Also what is the reader's own over all of their plans. */
  own: z.boolean().default(false),
  lastEventId: z.string().max(4000).nullish(),
});

const Positions = z.record(Id, Cursor);

/** Streams are joined in the order in which they were asked for: nothing may be waited for once one is open. */
const known = procedure.use(async ({ ctx, next }) => {
  const { personId } = await proven(ctx.asker);
  return next({ ctx: { personId } });
});

/** One stream a browser, over all that it has open. Its event ids hold the plans' cursors, so that a cut leaves no gap. */
export const liveRouter = router({
  plans: known.input(Follow).subscription(async function* ({ ctx, input, signal }) {
    const reached = resumed(input.lastEventId);
    const plans = input.plans.map(({ planId, cursor }) => ({ planId, cursor: reached[planId] ?? cursor }));
    const positions = new Map(plans.map(({ planId, cursor }) => [planId, cursor]));
    const stream = joinStreams(ctx.personId, signal);
    const sources: AsyncGenerator<News>[] = [followPlans(ctx.askWho, plans, stream.signal)];
    if (input.own) sources.push(followSelf(ctx.askWho, stream.signal));
    try {
      for await (const news of together(sources)) {
        if (news.kind === "gone") positions.delete(news.planId);
        else if (news.kind !== "own") positions.set(news.planId, news.cursor);
        yield tracked(JSON.stringify(Object.fromEntries(positions)), news);
      }
      // Cut rather than ended: a browser that is told the end does not come back, and another process is there for it.
      if (stream.isStopping()) throw new DOMException("the process stops", "AbortError");
    } finally {
      stream.leave();
    }
  }),
});

function resumed(lastEventId: string | null | undefined): z.infer<typeof Positions> {
  if (!lastEventId) return {};
  try {
    return Positions.parse(JSON.parse(lastEventId));
  } catch {
    return {};
  }
}
