import { z } from "zod";
import { sides } from "@/db/vocabulary";
import { env } from "@/server/env";
import { preferencesLink, unsubscribeLink } from "../../_kernel";
import type { Told, Week } from "./order";

export const TEMPLATE = "digest";

const FrozenPlan = z.looseObject({ planId: z.string(), side: z.enum(sides).optional() });
const OfStep = z.looseObject({ stepId: z.string().nullish() });
const FrozenSection = FrozenPlan.extend({
  decisionWas: z.string().nullable(),
  older: z.number().default(0),
  moved: z.array(OfStep),
  next: z.array(OfStep),
  awaited: z.array(OfStep),
});
export type FrozenSection = z.infer<typeof FrozenSection>;

/** What a queued digest says of itself, for looking again before it leaves. The template reads the rest. */
export const FrozenDigest = z.preprocess(
  ofSeveral,
  z.looseObject({
    today: z.string(),
    zone: z.string(),
    country: z.string().default(""),
    plans: z.array(FrozenSection),
    quiet: z.array(FrozenPlan),
  }),
);
export type FrozenDigest = z.infer<typeof FrozenDigest>;

/** One that was queued when each plan had a mail of its own. */
function ofSeveral(queued: unknown): unknown {
  if (typeof queued !== "object" || queued === null || !("plan" in queued)) return queued;
  const { planId, plan, decisionWas, moved, older, next, awaited, ...rest } = queued as Record<string, unknown>;
  return {
    ...rest,
    plans: [{ planId, plan, decisionWas, moved, older, next, awaited }],
    quiet: [],
    homeUrl: homeUrl(),
  };
}

const homeUrl = () => `${env.APP_URL}/plans`;

type To = {
  workspaceId: string;
  personId: string;
  name: string | null;
  today: string;
  zone: string;
  country: string;
  /** They head no other plan of which they want to hear. */
  isOfOne: boolean;
};

/** All of a digest's props, fixed now. */
export function propsOf(told: Told[], quiet: Week[], { name, today, zone, country, isOfOne, ...of }: To, at: Date) {
  const [first] = told;
  const own = { workspaceId: of.workspaceId, personId: of.personId };
  return {
    name,
    today,
    zone,
    country,
    plans: told.map(sectionOf),
    quiet: quiet.map(({ planId, side, title }) => ({ planId, side, title })),
    homeUrl: homeUrl(),
    preferencesUrl: preferencesLink(own, at),
    unsubscribeUrl: unsubscribeLink(
      own,
      isOfOne && first ? { from: "digest", plan: first.planId } : { from: "digests" },
    ),
  };
}

function sectionOf({ planId, side, digest, ...plan }: Told) {
  const url = `${homeUrl()}/${planId}`;
  const linked = <Row extends { stepId: string }>(row: Row) => ({ ...row, url: `${url}/steps?step=${row.stepId}` });
  return {
    planId,
    side,
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
  };
}
