import { z } from "zod";
import { MailUrl, PlainDate, Short } from "./fields";

const Step = z.object({
  planId: z.string(),
  title: Short,
  planTitle: Short,
  dueOn: PlainDate.nullable(),
  zone: z.enum(["shared", "committee", "seller"]),
  /** Who can't go on without it, and with what. */
  waiting: z.array(z.object({ name: Short.nullable(), title: Short })),
  /** Its cadence ends with this mail. */
  isLast: z.boolean(),
  kind: z.enum(["task", "meeting", "approval", "document", "signature", "question"]).default("task"),
  /** Each opens a page for one thing: what a step of this kind asks for first, and the ways out of it. Empty for a viewer. */
  actUrl: MailUrl.nullable().default(null),
  laterUrl: MailUrl.nullable().default(null),
  notMineUrl: MailUrl.nullable().default(null),
  commentUrl: MailUrl.nullable().default(null),
  openUrl: MailUrl,
});

const Waited = z.object({
  name: Short.nullable(),
  title: Short,
  dueOn: PlainDate.nullable(),
  openUrl: MailUrl,
});

const Raised = z.object({
  name: Short.nullable(),
  title: Short,
  dueOn: PlainDate,
  openUrl: MailUrl,
});

const Plan = z.object({
  title: Short,
  customerName: Short,
  url: MailUrl,
  decisionOn: PlainDate.nullable(),
  stops: z.array(z.object({ title: Short, dueOn: PlainDate.nullable(), state: z.enum(["done", "now", "ahead"]) })),
});

export const StepReminderProps = z.object({
  name: Short.nullable(),
  workspaceName: Short,
  today: PlainDate,
  steps: z.array(Step).min(1),
  waitingFor: z.array(Waited),
  /** Overdue with others of the reader's own side, which the plan raises to them. */
  raised: z.array(Raised).default([]),
  plans: z.array(Plan),
  homeUrl: MailUrl,
  preferencesUrl: MailUrl,
  /** For the header; the mail itself links the page with all choices. */
  unsubscribeUrl: MailUrl,
});
export type StepReminderProps = z.infer<typeof StepReminderProps>;
export type ReminderStep = z.infer<typeof Step>;
export type WaitedStep = z.infer<typeof Waited>;
export type RaisedStep = z.infer<typeof Raised>;
export type ReminderPlan = z.infer<typeof Plan>;

/** A mail is read on a phone, before work: the rest is in the list that it links. */
export const MOST_STEPS = 8;
export const MOST_WAITED_FOR = 5;
/** Where the plans of its first steps stand; more than a few of them are in the list too. */
export const MOST_PLAN_LINES = 3;
