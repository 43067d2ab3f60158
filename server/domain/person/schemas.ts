import { z } from "zod";
import {
  Id,
  LanguageName,
  line,
  PlainDate,
  PlanRoleName,
  SideName,
  StepKindName,
  StepStatusName,
  text,
  WorkspaceRoleName,
  ZoneName,
} from "../_kernel/fields";
import { PlanListItem } from "../plan/schemas";

/** A zone of the IANA database that this runtime knows. */
export const TimeZone = z.string().max(60).refine(isTimeZone, "not_a_time_zone");

export const Self = z.object({
  id: Id,
  email: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  timeZone: z.string().nullable(),
  locale: z.string().nullable(),
  workspaces: z.array(z.object({ id: Id, slug: z.string(), name: z.string(), role: WorkspaceRoleName })),
  plans: z.array(z.object({ id: Id, title: z.string(), side: SideName, role: PlanRoleName })),
});
export type Self = z.infer<typeof Self>;

export const Nobody = z.object({}).optional();

/** What is not named stays as it is. */
export const EditSelf = z.object({
  name: line(120).optional(),
  title: text(120).nullable().optional(),
  timeZone: TimeZone.optional(),
  locale: LanguageName.optional(),
});
export type EditSelf = z.infer<typeof EditSelf>;

export const HomeStep = z.object({
  id: Id,
  planId: Id,
  planTitle: z.string(),
  title: z.string(),
  kind: StepKindName,
  status: StepStatusName,
  zone: ZoneName,
  dueOn: PlainDate.nullable(),
  version: z.number().int(),
  /** The reader put it off to that day. */
  snoozedUntil: PlainDate.nullable(),
  remindersSent: z.number().int(),
  ownerName: z.string().nullable(),
  /** Names of those who wait for this step. */
  waiting: z.array(z.string()),
  openPredecessors: z.array(z.string()),
});
export type HomeStep = z.infer<typeof HomeStep>;

/** `mine` are the reader's open steps; `others` are the open steps of others that the reader's own wait for. */
export const Home = z.object({
  today: PlainDate,
  name: z.string().nullable(),
  mine: z.array(HomeStep),
  others: z.array(HomeStep),
  plans: z.array(PlanListItem),
});
export type Home = z.infer<typeof Home>;

export const Session = z.object({
  id: Id,
  device: z.string().nullable(),
  createdAt: z.date(),
  expires: z.date(),
  isThis: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const MailPreferences = z.array(
  z.object({
    workspaceId: Id,
    workspaceName: z.string(),
    reminders: z.boolean(),
    notifications: z.boolean(),
    /** Null for whom there is none: who heads no plan there. */
    digests: z.boolean().nullable(),
  }),
);
export type MailPreferences = z.infer<typeof MailPreferences>;
/** What is not named stays as it is. */
export const MailSwitches = z.object({
  reminders: z.boolean().optional(),
  notifications: z.boolean().optional(),
  digests: z.boolean().optional(),
});
export const SetMailPreference = MailSwitches.extend({ workspaceId: Id });

export const SessionRef = z.object({ sessionId: Id });

function isTimeZone(name: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
