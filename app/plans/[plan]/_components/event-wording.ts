import type { Event } from "@/server/domain/activity/schemas";

/** Kinds that are told in one way, whatever changed. */
const plainKinds = [
  "plan.created",
  "plan.domain_allowed",
  "plan.domain_withdrawn",
  "step.added",
  "step.completed",
  "step.removed",
  "step.restored",
  "step.withdrawn",
  "step.waits_for_added",
  "step.waits_for_removed",
  "milestone.added",
  "milestone.moved",
  "milestone.removed",
  "participant.invited",
  "participant.invitation_resent",
  "participant.invitation_revoked",
  "participant.invitation_delivered",
  "participant.invitation_opened",
  "participant.invitation_reminded",
  "participant.bounced",
  "invitation.unanswered",
  "access_request.asked",
  "access_request.declined",
  "participant.joined",
  "participant.removed",
  "participant.lead_handed_over",
  "participant.named",
  "participant.role_changed",
  "problem.agreed",
  "cost.added",
  "cost.edited",
  "cost.removed",
  "cost.confirmed",
  "criterion.added",
  "criterion.edited",
  "criterion.moved",
  "criterion.removed",
  "option.added",
  "option.edited",
  "option.removed",
  "score.submitted",
  "score.reopened",
  "meeting.set",
  "meeting.cancelled",
  "step.zone_changed",
  "step.status_changed",
  "step.stalled",
  "step.snoozed",
  "step.answered",
  "step.approved",
  "step.declined",
  "step.commented",
  "step.comment_removed",
  "step.comment_restored",
  "step.cadence_changed",
  "plan.escalation_set",
  "reminder.held",
  "reminder.released",
] as const;

/** Kinds that are told by what changed, and what to say where it was one of these fields alone. */
const byField = {
  "step.edited": ["title", "dueOn", "ownerId", "description"],
  "milestone.edited": ["title", "dueOn"],
  "plan.edited": ["title", "customerName", "startsOn", "decidesOn", "country", "currency"],
} as const;

type PlainKind = (typeof plainKinds)[number];
type FieldKind = {
  [Kind in keyof typeof byField]: `${Kind}.${(typeof byField)[Kind][number]}` | `${Kind}.other`;
}[keyof typeof byField];
export type Wording =
  | PlainKind
  | FieldKind
  | "step.moved.within"
  | "step.moved.across"
  | "participant.edited.self"
  | "participant.edited.other"
  | "problem.worded.first"
  | "problem.worded.again"
  | "other";

/** Which sentence tells an event; kinds that this version does not know are told in general words. */
export function wordingOf(event: Event): Wording {
  if (event.kind in byField) return fieldWording(event, event.kind as keyof typeof byField);
  if (event.kind === "step.moved") {
    return event.before?.milestoneId === event.after?.milestoneId ? "step.moved.within" : "step.moved.across";
  }
  if (event.kind === "participant.edited") {
    return event.subjectId === event.actorParticipantId ? "participant.edited.self" : "participant.edited.other";
  }
  if (event.kind === "problem.worded") {
    return event.after?.wording === 1 ? "problem.worded.first" : "problem.worded.again";
  }
  return plainKinds.find((kind) => kind === event.kind) ?? "other";
}

function fieldWording(event: Event, kind: keyof typeof byField): FieldKind {
  const changed = Object.keys(event.after ?? {}).filter((field) => event.before?.[field] !== event.after?.[field]);
  const [only, ...more] = changed;
  const known: readonly string[] = byField[kind];
  return (
    only !== undefined && more.length === 0 && known.includes(only) ? `${kind}.${only}` : `${kind}.other`
  ) as FieldKind;
}
