import { listFeeds, openFeed, revokeFeed } from "@/server/domain/feed";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const feedRouter = router({
  list: query(listFeeds),
  open: mutation(openFeed),
  revoke: mutation(revokeFeed),
});
