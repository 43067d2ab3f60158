import { z } from "zod";
import { env } from "@/server/env";
import { groupBy, preferencesLink, unsubscribeLink } from "../../_kernel";
import { type Telling, tellingOf } from "../wording";
import { commentOf } from "./comment-words";

export const TEMPLATE = "notification";

const FrozenNotice = z.looseObject({
  id: z.string(),
  commentId: z.string().nullish(),
  told: z.looseObject({}).optional(),
});

/** What a queued mail says of itself, for looking again before it leaves. The template reads the rest. */
export const FrozenNotices = z.looseObject({
  zone: z.string().optional(),
  country: z.string().optional(),
  plans: z.array(z.looseObject({ planId: z.string(), notices: z.array(FrozenNotice) })),
});
export type FrozenNotices = z.infer<typeof FrozenNotices>;

type Row = Telling & {
  id: string;
  zone: string;
  planTitle: string;
  customerName: string;
  supplierName: string;
  /** Of the comment that it tells of, what its reader may read. */
  quote: string;
};
type Reader = {
  workspaceId: string;
  personId: string;
  name: string | null;
  workspaceName: string;
  today: string;
  zone: string;
  country: string;
};

/** All of a mail's props, fixed now: by plan, in the order of what happened. */
export function propsOf(rows: Row[], reader: Reader, at: Date): FrozenNotices {
  const { name, workspaceName, today, zone, country, ...own } = reader;
  return {
    name,
    workspaceName,
    today,
    zone,
    country,
    plans: [...groupBy(rows, ({ planId }) => planId)].map(([planId, ofPlan]) => ({
      planId,
      title: ofPlan[0]?.planTitle ?? "",
      customerName: ofPlan[0]?.customerName ?? "",
      supplierName: ofPlan[0]?.supplierName ?? "",
      url: `${env.APP_URL}/plans/${planId}`,
      notices: ofPlan.map((row) => {
        const { told, path } = tellingOf(row);
        const { id, zone, quote } = row;
        return { id, zone, told: { ...told, quote }, commentId: commentOf(row), url: `${env.APP_URL}${path}` };
      }),
    })),
    inboxUrl: `${env.APP_URL}/notifications`,
    preferencesUrl: preferencesLink(own, at),
    unsubscribeUrl: unsubscribeLink(own, { from: "notifications" }),
  };
}
