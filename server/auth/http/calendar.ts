import { openFeed, revokeFeed } from "@/server/domain/feed";
import { pathOf } from "./answer";
import { door } from "./door";

/** The buttons beside a person's calendar addresses. */
export const keepCalendar = door({
  async perform({ caller, form }) {
    const isEnding = form.read("does") === "end";
    if (isEnding) await revokeFeed.run(caller, { feedId: form.read("feed") });
    else await openFeed.run(caller, { planId: form.read("plan") || null });
    return { to: `${pathOf("/preferences", { saved: isEnding ? "feed-ended" : "feed-made" })}#calendar` };
  },
  page: () => ({ path: "/preferences", query: {} }),
});
