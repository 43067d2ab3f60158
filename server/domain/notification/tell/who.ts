import { maySee, type NotificationKind, type PlanRole, type Side, type Zone } from "@/db/vocabulary";

/** An event, as far as it decides who is told. */
export type Happening = {
  id: string;
  zone: Zone;
  kind: string;
  actorParticipantId: string | null;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  at: Date;
};

/** Somebody who is on the plan and has joined it. */
export type Seat = { personId: string; participantId: string; side: Side; role: PlanRole; joinedAt: Date | null };

/** A step that waits for another, with its owner; `zone` is the narrower of the step's and the tie's. */
export type Waiting = { stepId: string; predecessorId: string; zone: Zone; ownerId: string | null };

export type Facts = {
  seats: readonly Seat[];
  /** Who owns each step that these events are about, now. */
  owners: ReadonlyMap<string, string | null>;
  waiting: readonly Waiting[];
  /** Who invited each participant, the last first. */
  inviters: ReadonlyMap<string, string>;
  /** Who has commented on each step. */
  commenters: ReadonlyMap<string, readonly string[]>;
};

/** `stepId` is the told person's own step that it concerns, where that is not the event's subject; the zone is the narrower of both. */
export type Notice = { personId: string; kind: NotificationKind; stepId: string | null; zone: Zone };

type Wish = { to: (string | null | undefined)[]; kind: NotificationKind; stepId?: string; zone?: Zone };

/**
 * Who is told of an event, each person once and of what concerns them most: wishes are in that order. Nobody is told of their own
 * act, of what their side can't see, or of what happened before they joined.
 */
export function noticesOf(event: Happening, facts: Facts): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { to, kind, stepId = null, zone = event.zone } of wishesOf(event, facts)) {
    for (const participantId of to) {
      const seat = facts.seats.find((known) => known.participantId === participantId);
      if (!seat || seat.participantId === event.actorParticipantId || notices.has(seat.personId)) continue;
      if (!maySee(seat.side, event.zone) || !maySee(seat.side, zone)) continue;
      if (seat.joinedAt && seat.joinedAt > event.at) continue;
      notices.set(seat.personId, {
        personId: seat.personId,
        kind,
        stepId,
        zone: zone === "shared" ? event.zone : zone,
      });
    }
  }
  return [...notices.values()];
}

function wishesOf(event: Happening, facts: Facts): Wish[] {
  const { kind, before, after, subjectId } = event;
  const owner = facts.owners.get(subjectId);
  switch (kind) {
    case "step.added":
      return [{ to: [id(after?.ownerId)], kind: "given" }];
    case "step.edited":
      return edited(event, facts);
    case "step.completed":
    case "step.answered":
    case "step.approved":
    case "step.removed":
      return [{ to: [owner], kind: "status" }, ...waitingFor(event, facts, "awaited_done")];
    case "step.restored":
      return [{ to: [owner], kind: "status" }];
    case "step.status_changed":
    case "step.declined":
      if (after?.status === "blocked") {
        return [{ to: [owner], kind: "status" }, ...waitingFor(event, facts, "awaited_blocked")];
      }
      if (after?.status === "dropped") {
        return [{ to: [owner], kind: "status" }, ...waitingFor(event, facts, "awaited_done")];
      }
      // That somebody has begun a step of mine asks nothing of me.
      return after?.status === "doing" && before?.status !== "blocked" ? [] : [{ to: [owner], kind: "status" }];
    case "step.stalled":
      return [
        { to: [owner], kind: "stalled", stepId: subjectId },
        { to: heads(facts), kind: "stalled" },
      ];
    case "step.commented":
      // What is said of a step that nobody owns is for those who can find it an owner.
      return [
        { to: [...(owner ? [owner] : heads(facts)), ...(facts.commenters.get(subjectId) ?? [])], kind: "comment" },
      ];
    case "participant.joined":
      return [{ to: [facts.inviters.get(subjectId), ...heads(facts)], kind: "joined" }];
    case "participant.bounced": {
      const inviter = facts.inviters.get(subjectId);
      const isHere = facts.seats.some(({ participantId }) => participantId === inviter);
      return [{ to: isHere ? [inviter] : heads(facts), kind: "bounced" }];
    }
    case "invitation.unanswered": {
      const inviter = facts.inviters.get(subjectId);
      const isHere = facts.seats.some(({ participantId }) => participantId === inviter);
      return [{ to: isHere ? [inviter] : headsOf(after?.side, facts), kind: "unanswered" }];
    }
    case "access_request.asked":
      return [{ to: headsOf(after?.side, facts), kind: "asked" }];
    case "participant.lead_handed_over":
    case "participant.role_changed":
      return [{ to: [subjectId], kind: "role" }];
    case "criterion.added":
      return [{ to: seatsOf(facts, ({ role }) => role !== "viewer"), kind: "criterion" }];
    case "option.added":
      return [{ to: seatsOf(facts, ({ role }) => role !== "viewer"), kind: "option" }];
    case "problem.worded":
      return [{ to: seatsOf(facts, ({ role }) => role === "lead" || role === "contributor"), kind: "problem" }];
    case "plan.edited":
      return changed(event, "decidesOn") ? [{ to: seatsOf(facts, () => true), kind: "decision_date" }] : [];
    default:
      return [];
  }
}

function edited(event: Happening, facts: Facts): Wish[] {
  const owner = facts.owners.get(event.subjectId);
  const wishes: Wish[] = [];
  if (changed(event, "ownerId")) {
    wishes.push({ to: [id(event.after?.ownerId)], kind: "given" }, { to: [id(event.before?.ownerId)], kind: "taken" });
  }
  const isTheirs = !changed(event, "ownerId");
  if (changed(event, "dueOn")) {
    if (isTheirs) wishes.push({ to: [owner], kind: "moved" });
    wishes.push(...waitingFor(event, facts, "awaited_moved"));
  }
  if (isTheirs) wishes.push({ to: [owner], kind: "reworded" });
  return wishes;
}

const waitingFor = ({ subjectId }: Happening, { waiting }: Facts, kind: NotificationKind): Wish[] =>
  waiting
    .filter(({ predecessorId }) => predecessorId === subjectId)
    .map(({ stepId, ownerId, zone }) => ({ to: [ownerId], kind, stepId, zone }));

/** Who leads the committee and who owns the plan. */
const heads = (facts: Facts) => seatsOf(facts, ({ role }) => role === "lead" || role === "owner");

/** Whoever answers for a side: the committee's leads, or the plan's owners while it has none, and for the supplier's. */
function headsOf(side: unknown, facts: Facts) {
  const leads = side === "buyer" ? seatsOf(facts, ({ role }) => role === "lead") : [];
  return leads.length > 0 ? leads : seatsOf(facts, ({ role }) => role === "owner");
}

const seatsOf = ({ seats }: Facts, isMeant: (seat: Seat) => boolean) =>
  seats.filter(isMeant).map(({ participantId }) => participantId);

const changed = ({ before, after }: Happening, field: string) =>
  after !== null && field in after && (before?.[field] ?? null) !== (after[field] ?? null);

const id = (value: unknown) => (typeof value === "string" ? value : null);
