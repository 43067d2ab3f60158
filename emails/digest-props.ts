import { z } from "zod";
import { MailUrl, PlainDate } from "./fields";

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
  who: z.string(),
  /** The reader did it. */
  isOwn: z.boolean().default(false),
  title: z.string(),
  reason: z.string(),
  count: z.number().int(),
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
});

const Owned = z.object({
  title: z.string(),
  zone: ZoneName,
  whose: z.enum(["you", "named", "nobody"]),
  name: z.string(),
  url: MailUrl,
});
const NextStep = Owned.extend({ dueOn: PlainDate });
const Awaited = Owned.extend({ since: PlainDate, holdsUp: z.number().int() });

const Section = z.object({
  planId: z.string(),
  plan: z.object({
    title: z.string(),
    customerName: z.string(),
    supplierName: z.string(),
    url: MailUrl,
    decisionOn: PlainDate,
    stops: z.array(
      z.object({ title: z.string(), dueOn: PlainDate.nullable(), state: z.enum(["done", "now", "ahead"]) }),
    ),
  }),
  decisionWas: PlainDate.nullable(),
  moved: z.array(Moved),
  /** What moved before that, and is too much for a mail. */
  older: z.number().int().default(0),
  next: z.array(NextStep),
  awaited: z.array(Awaited),
});

export const DigestProps = z.object({
  name: z.string().nullable(),
  today: PlainDate,
  /** The most urgent first. */
  plans: z.array(Section).min(1),
  /** On which nothing moved and nothing is due. */
  quiet: z.array(z.object({ planId: z.string(), title: z.string() })),
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
export const MOST_PLANS = 10;
export const MOST_QUIET = 5;
