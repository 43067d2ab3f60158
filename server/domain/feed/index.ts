export { listFeeds, openFeed, revokeFeed } from "./own";
export { readFeed } from "./read";
