import { z } from "zod";
import { Id, PlainDate, StepStatusName } from "../_kernel/fields";

/** `planId` and `planTitle` are empty for the feed over all plans; `url` and the times while there is none. */
export const Feed = z.object({
  planId: Id.nullable(),
  planTitle: z.string().nullable(),
  feedId: Id.nullable(),
  url: z.string().nullable(),
  createdAt: z.date().nullable(),
  readAt: z.date().nullable(),
});
export type Feed = z.infer<typeof Feed>;

export const OpenFeed = z.object({ planId: Id.nullable() });
export const FeedRef = z.object({ feedId: Id });
export const FeedToken = z.object({ token: z.string().max(300) });

/** One day, or a span of time where `startsAt` is set. `sequence` grows with each change of it. */
export const FeedEntry = z.object({
  uid: z.string(),
  kind: z.enum(["step", "meeting", "milestone"]),
  title: z.string(),
  planTitle: z.string(),
  supplierName: z.string(),
  status: StepStatusName.nullable(),
  ownerName: z.string().nullable(),
  isOwn: z.boolean(),
  day: PlainDate,
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  place: z.string().nullable(),
  sequence: z.number().int(),
  url: z.string(),
});
export type FeedEntry = z.infer<typeof FeedEntry>;

export const FeedContent = z.object({
  planTitle: z.string().nullable(),
  locale: z.string().nullable(),
  entries: z.array(FeedEntry),
});
export type FeedContent = z.infer<typeof FeedContent>;
