import { z } from "zod";
import { Id, ZoneName } from "../_kernel/fields";
import { Cursor } from "../plan/schemas";

export const Event = z.object({
  id: Id,
  zone: ZoneName,
  seq: z.number().int(),
  kind: z.string(),
  actorParticipantId: Id.nullable(),
  actorName: z.string(),
  subjectType: z.string(),
  subjectId: Id,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  at: z.date(),
});
export type Event = z.infer<typeof Event>;

export const ListEvents = z.object({
  planId: Id,
  before: z.date().min(new Date("1970-01-01"), "not_a_date").max(new Date("9999-12-31"), "not_a_date").optional(),
  limit: z.number().int().min(1).max(100).default(40),
});
export const EventPage = z.object({ events: z.array(Event), next: z.date().nullable() });
export const EventsSince = z.object({ planId: Id, cursor: Cursor });
