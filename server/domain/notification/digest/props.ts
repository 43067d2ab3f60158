import { z } from "zod";
import { env } from "@/server/env";
import { preferencesLink, unsubscribeLink } from "../../_kernel";
import type { Digest } from "./content";
import type { PlanOfDigest } from "./load";

export const TEMPLATE = "digest";

/** What a queued digest says of itself, for looking again before it leaves. The template reads the rest. */
export const FrozenDigest = z.looseObject({
  planId: z.string(),
  today: z.string(),
  zone: z.string(),
  country: z.string().default(""),
});
export type FrozenDigest = z.infer<typeof FrozenDigest>;

type Reader = {
  workspaceId: string;
  planId: string;
  personId: string;
  name: string | null;
  zone: string;
  country: string;
};

/** All of a digest's props, fixed now. */
export function propsOf(digest: Digest, plan: PlanOfDigest, { name, zone, country, ...own }: Reader, at: Date) {
  const { planId } = own;
  const url = `${env.APP_URL}/plans/${planId}`;
  const linked = <Row extends { stepId: string }>({ stepId, ...row }: Row) => ({
    ...row,
    url: `${url}/steps?step=${stepId}`,
  });
  return {
    planId,
    name,
    zone,
    country,
    today: plan.rows.today,
    plan: {
      title: plan.title,
      customerName: plan.customerName,
      supplierName: plan.supplierName,
      url,
      decisionOn: digest.decision.on,
      stops: plan.stops,
    },
    decisionWas: digest.decision.was,
    moved: digest.moved,
    older: digest.older,
    next: digest.next.map(linked),
    awaited: digest.awaited.map(linked),
    preferencesUrl: preferencesLink(own, at),
    unsubscribeUrl: unsubscribeLink(own, { from: "digest", plan: planId }),
  };
}
