import { tracked } from "@trpc/server";
import { z } from "zod";
import { Id } from "@/server/domain/_kernel/fields";
import { Cursor } from "@/server/domain/plan/schemas";
import { followPlans } from "@/server/live/follow";
import { joinStreams } from "@/server/live/streams";
import { procedure, router } from "../init";

export type { News } from "@/server/live/follow";

const Follow = z.object({
  plans: z.array(z.object({ planId: Id, cursor: Cursor })).max(20),
  lastEventId: z.string().max(4000).nullish(),
});

const Positions = z.record(Id, Cursor);

/** One stream a browser, over all plans that it has open. Its event ids hold the cursors, so that a cut leaves no gap. */
export const liveRouter = router({
  plans: procedure.input(Follow).subscription(async function* ({ ctx, input, signal }) {
    const reached = resumed(input.lastEventId);
    const plans = input.plans.map(({ planId, cursor }) => ({ planId, cursor: reached[planId] ?? cursor }));
    const positions = new Map(plans.map(({ planId, cursor }) => [planId, cursor]));
    const stream = joinStreams(ctx.caller.personId, signal);
    try {
      for await (const news of followPlans(ctx.askWho, plans, stream.signal)) {
        if (news.kind === "gone") positions.delete(news.planId);
        else positions.set(news.planId, news.cursor);
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
