import { z } from "zod";
import { MailUrl, PlainDate, Short, ShortReason } from "./fields";
import { fitting, sentenceBytes } from "./fitting";

const ZoneName = z.enum(["shared", "committee", "seller"]);

const Moved = z.object({
  wording: z.enum([
    "problem",
    "done",
    "blocked",
    "dropped",
    "dated",
    "added",
    "addedMany",
    "joined",
    "criterion",
    "option",
  ]),
  who: Short,
  /** The reader did it. */
  isOwn: z.boolean().default(false),
  title: Short,
  reason: ShortReason,
  count: z.number().int(),
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
});

const Owned = z.object({
  title: Short,
  zone: ZoneName,
  whose: z.enum(["you", "named", "nobody"]),
  name: Short,
  url: MailUrl,
});
const NextStep = Owned.extend({ dueOn: PlainDate });
const Awaited = Owned.extend({ since: PlainDate, holdsUp: z.number().int() });

const Section = z.object({
  planId: z.string(),
  plan: z.object({
    title: Short,
    customerName: Short,
    supplierName: Short,
    url: MailUrl,
    decisionOn: PlainDate,
    stops: z.array(z.object({ title: Short, dueOn: PlainDate.nullable(), state: z.enum(["done", "now", "ahead"]) })),
  }),
  decisionWas: PlainDate.nullable(),
  moved: z.array(Moved),
  /** What moved before that, and is too much for a mail. */
  older: z.number().int().default(0),
  next: z.array(NextStep),
  awaited: z.array(Awaited),
});

export const DigestProps = z.object({
  name: Short.nullable(),
  today: PlainDate,
  /** The most urgent first. */
  plans: z.array(Section).min(1),
  /** On which nothing moved and nothing is due. */
  quiet: z.array(z.object({ planId: z.string(), title: Short })),
  homeUrl: MailUrl,
  preferencesUrl: MailUrl,
  /** For the header; the mail itself links the page with all choices. */
  unsubscribeUrl: MailUrl,
});
export type DigestProps = z.infer<typeof DigestProps>;
export type SectionProps = z.infer<typeof Section>;
export type MovedProps = z.infer<typeof Moved>;
export type NextProps = z.infer<typeof NextStep>;
export type AwaitedProps = z.infer<typeof Awaited>;

/** Read in two minutes: the rest is on the plan, or on the others. */
export const mostTold = ({ plans }: DigestProps) => (plans.length === 1 ? 8 : 3);
const MOST_PLANS = 10;
export const MOST_QUIET = 5;

/** Those of several plans that are told of, the most urgent first; the others are counted. */
export const shownPlans = (props: DigestProps): SectionProps[] =>
  fitting(props.plans.slice(0, MOST_PLANS), (section) => sectionBytes(section, mostTold(props)));

function sectionBytes({ plan, moved, next, awaited }: SectionProps, most: number): number {
  const heading = 2 * sentenceBytes("shared", plan.title, plan.customerName, plan.supplierName);
  const news = moved.slice(0, most).map(({ who, title, reason }) => sentenceBytes("shared", who, title, reason));
  const steps = [...next.slice(0, most), ...awaited.slice(0, most)].map(({ zone, title, name }) =>
    sentenceBytes(zone, title, name),
  );
  return [...news, ...steps].reduce((sum, bytes) => sum + bytes, heading);
}
