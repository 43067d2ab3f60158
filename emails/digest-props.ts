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

export const DigestProps = z.object({
  planId: z.string(),
  name: z.string().nullable(),
  today: PlainDate,
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
  preferencesUrl: MailUrl,
  /** For the header; the mail itself links the page with all choices. */
  unsubscribeUrl: MailUrl,
});
export type DigestProps = z.infer<typeof DigestProps>;
export type MovedProps = z.infer<typeof Moved>;
export type NextProps = z.infer<typeof NextStep>;
export type AwaitedProps = z.infer<typeof Awaited>;

/** Read in two minutes: the rest is on the plan. */
export const MOST_TOLD = 8;
