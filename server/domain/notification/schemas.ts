import { z } from "zod";
import { paces } from "@/db/vocabulary";
import { Id, PlainDate, ZoneName } from "../_kernel/fields";
import { digestTopic, topics } from "./topics";

/** Which sentence tells a notice. */
export const noticeWordings = [
  "given",
  "taken",
  "moved",
  "renamed",
  "reworded",
  "done",
  "blocked",
  "unblocked",
  "dropped",
  "reopened",
  "removed",
  "restored",
  "awaited_done",
  "awaited_dropped",
  "awaited_removed",
  "awaited_moved",
  "awaited_blocked",
  "stalled_own",
  "stalled",
  "comment",
  "joined",
  "bounced",
  "lead",
  "role",
  "criterion",
  "option",
  "problem_first",
  "problem_again",
  "decision_date",
  "unanswered",
  "asked",
] as const;
export type NoticeWording = (typeof noticeWordings)[number];

/** A sentence's parts as they are, to be worded in the reader's language. */
export const Told = z.object({
  wording: z.enum(noticeWordings),
  who: z.string(),
  title: z.string(),
  /** The reader's own step that waits, or the name that was. */
  other: z.string(),
  name: z.string(),
  reason: z.string(),
  role: z.string(),
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
});
export type Told = z.infer<typeof Told>;

export const Notice = z.object({
  id: Id,
  planId: Id,
  planTitle: z.string(),
  customerName: z.string(),
  supplierName: z.string(),
  zone: ZoneName,
  told: Told,
  /** Where in the portal the thing is. */
  path: z.string(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export type Notice = z.infer<typeof Notice>;

const Moment = z.date().min(new Date("1970-01-01"), "not_a_date").max(new Date("9999-12-31"), "not_a_date");

/** What is further back than the most is in the plans' own histories. */
export const MOST_NOTICES = 200;
export const ListNotices = z.object({ limit: z.number().int().min(1).max(MOST_NOTICES).default(50) });
export const NoticeList = z.object({ notices: z.array(Notice), hasMore: z.boolean(), today: PlainDate });

/** By themselves, or all that are about a step. */
export const MarkRead = z.object({ ids: z.array(Id).max(200).default([]), stepId: Id.nullable().default(null) });
/** Up to what the reader had before them: what came meanwhile stays unread. */
export const MarkAllRead = z.object({ upTo: Moment });

export const Pulse = z.object({
  unread: z.number().int(),
  /** What the unread are about, the newest first. */
  subjects: z.array(Id),
  planIds: z.array(Id),
  /** Another value whenever something moved that the reader may see, on any of their plans. */
  moved: z.string(),
});
export type Pulse = z.infer<typeof Pulse>;

const TopicName = z.enum(topics);
export const PaceName = z.enum(paces);

/**
 * `choice` of a plan is empty while it goes by what is chosen everywhere, and a topic's of it while it goes by the plan's; `digest` is
 * empty for who does not head the plan.
 */
export const NotificationChoices = z.object({
  everywhere: z.array(z.object({ topic: TopicName, choice: PaceName })),
  plans: z.array(
    z.object({
      planId: Id,
      title: z.string(),
      customerName: z.string(),
      supplierName: z.string(),
      choice: PaceName.nullable(),
      topics: z.array(z.object({ topic: TopicName, choice: PaceName.nullable() })),
      digest: z.boolean().nullable(),
    }),
  ),
});
export type NotificationChoices = z.infer<typeof NotificationChoices>;

/** Without a plan it holds everywhere, without a topic for all of the plan, and without a choice it is what is usual. */
const Choice = z
  .object({
    planId: Id.nullable(),
    topic: z.union([TopicName, z.literal(digestTopic)]).nullable(),
    choice: PaceName.nullable(),
  })
  .refine(({ planId, topic }) => planId !== null || topic !== null, { path: ["topic"], message: "required" })
  .refine(({ topic, choice }) => topic !== digestTopic || choice === null || choice === "off" || choice === "weekly", {
    path: ["choice"],
    message: "invalid",
  });
export const ChooseNotifications = z.object({ choices: z.array(Choice).max(2_000) });
export type ChooseNotifications = z.infer<typeof ChooseNotifications>;
