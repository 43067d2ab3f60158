import { z } from "zod";
import { type PlanRole, participantStatuses, type Side } from "@/db/vocabulary";
import { EmailAddress } from "../_kernel/email-address";
import { BuyingRoleName, Id, line, PlanRoleName, SideName, text, Version } from "../_kernel/fields";

/** What one may be on each side of a plan. */
export const rolesOf: Record<Side, readonly PlanRole[]> = {
  buyer: ["lead", "contributor", "viewer"],
  seller: ["owner", "editor", "viewer"],
};

export const Participant = z.object({
  id: Id,
  side: SideName,
  role: PlanRoleName,
  name: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  buyingRole: BuyingRoleName.nullable(),
  sellerRole: z.string().nullable(),
  influence: z.number().int().min(1).max(5).nullable(),
  win: z.string().nullable(),
  concern: z.string().nullable(),
  status: z.enum(participantStatuses),
  /** What became of the invitation, as far as it is known. */
  invitedAt: z.date().nullable(),
  mailedAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
  openedAt: z.date().nullable(),
  bouncedAt: z.date().nullable(),
  unansweredAt: z.date().nullable(),
  /** From when it may be sent again. */
  resendAt: z.date().nullable(),
  joinedAt: z.date().nullable(),
  lastSeenAt: z.date().nullable(),
  isHere: z.boolean(),
  version: Version,
});
export type Participant = z.infer<typeof Participant>;

export const ParticipantFields = z.object({
  name: line(120).nullable(),
  title: text(120).nullable(),
  buyingRole: BuyingRoleName.nullable(),
  influence: z.number().int().min(1).max(5).nullable(),
  win: text(500).nullable(),
  concern: text(500).nullable(),
});

/** With `participantId`, the place that is already on the plan (a named person or an open role) is the one offered. */
export const Invite = z.object({
  planId: Id,
  participantId: Id.optional(),
  email: EmailAddress,
  name: line(120),
  side: SideName,
  role: PlanRoleName,
  buyingRole: BuyingRoleName.nullable().default(null),
  title: text(120).nullable().default(null),
  note: text(500).nullable().default(null),
});

/** Puts somebody on the plan without inviting them: a person by name, or a role that has nobody yet. */
export const NameParticipant = z.object({
  planId: Id,
  side: SideName,
  name: line(120).nullable().default(null),
  title: text(120).nullable().default(null),
  buyingRole: BuyingRoleName.nullable().default(null),
});

export const ParticipantRef = z.object({ planId: Id, participantId: Id });
export const EditParticipant = ParticipantRef.extend({
  set: ParticipantFields.partial(),
  base: z.record(z.string(), z.unknown()),
});
export const SetParticipantRole = ParticipantRef.extend({ role: PlanRoleName });
