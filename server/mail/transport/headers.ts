import { fingerprint } from "./transport";

/** For mails that a person asked for or that somebody sent them by hand: sign-in and invitations. */
export function transactionalHeaders({ key }: { key: string }): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "X-Entity-Ref-ID": fingerprint(key),
  };
}

type Listed = {
  key: string;
  /** Of which of a workspace's lists it is. */
  list: "reminders" | "notifications" | "digest";
  unsubscribeUrl: string;
  workspaceId: string;
  planIds: string[];
  appUrl: string;
};

/** One-click unsubscribe (RFC 8058), and the references by which mail programs file the mails of one plan together. */
export function listHeaders({
  key,
  list,
  unsubscribeUrl,
  workspaceId,
  planIds,
  appUrl,
}: Listed): Record<string, string> {
  const host = new URL(appUrl).hostname;
  return {
    ...transactionalHeaders({ key }),
    "List-Id": `<${list}.${workspaceId}.${host}>`,
    "List-Unsubscribe": `<${new URL(unsubscribeUrl).href}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    ...threadOf(planIds, host),
  };
}

/** A header is one line to some, and a line ends at 998 characters. */
const MOST_THREADS = 10;

/** A plan's mails stand in one thread, which begins nowhere: a mail of one plan answers it, one of several is filed with the first. */
function threadOf(planIds: string[], host: string): Record<string, string> {
  const [first, ...others] = planIds.map((planId) => `<plan.${planId}@${host}>`);
  if (!first) return {};
  return {
    References: [first, ...others].slice(0, MOST_THREADS).join(" "),
    ...(others.length === 0 && { "In-Reply-To": first }),
  };
}
