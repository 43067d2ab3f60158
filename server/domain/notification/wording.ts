import { finishingKinds, type NotificationKind } from "@/db/vocabulary";
import type { NoticeWording, Told } from "./schemas";

export type Telling = {
  kind: NotificationKind;
  planId: string;
  stepId: string | null;
  /** The reader's own step that it concerns, as it is called now. */
  stepTitle: string | null;
  /** Who owns the step now that the event gave away. */
  ownerName: string | null;
  event: {
    kind: string;
    actorName: string;
    subjectId: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  };
};

/** The parts of the sentence that tells it, and where in the portal the thing is. */
export function tellingOf(telling: Telling): { told: Told; path: string } {
  const { event, kind, planId, stepId, stepTitle, ownerName } = telling;
  const before = event.before ?? {};
  const after = event.after ?? {};
  const wording = wordingOf(kind, event);
  return {
    told: {
      wording: wording === "stalled" && stepId ? "stalled_own" : wording,
      who: event.actorName,
      title: text(after.title) || text(before.title),
      other: wording === "renamed" ? text(before.title) : (stepTitle ?? ""),
      name: kind === "taken" ? (ownerName ?? "") : text(after.name),
      reason: text(after.statusReason),
      role: text(after.role),
      from: day(before.dueOn ?? before.decidesOn),
      to: day(after.dueOn ?? after.decidesOn),
    },
    path:
      kind === "unanswered"
        ? `/plans/${planId}/people?person=${event.subjectId}`
        : pathOf(kind, planId, event.kind === "step.removed" ? stepId : (stepId ?? event.subjectId)),
  };
}

type Event = Telling["event"];

function wordingOf(kind: NotificationKind, event: Event): NoticeWording {
  switch (kind) {
    case "status":
      return statusWording(event);
    case "reworded":
      return event.before?.title !== undefined && event.before.title !== event.after?.title ? "renamed" : "reworded";
    case "awaited_done":
      if (event.kind === "step.removed") return "awaited_removed";
      return finishingKinds.includes(event.kind) ? "awaited_done" : "awaited_dropped";
    case "role":
      return event.kind === "participant.lead_handed_over" ? "lead" : "role";
    case "problem":
      return event.after?.wording === 1 ? "problem_first" : "problem_again";
    default:
      return kind;
  }
}

function statusWording({ kind, before, after }: Event): NoticeWording {
  if (finishingKinds.includes(kind)) return "done";
  if (kind === "step.removed") return "removed";
  if (kind === "step.restored") return "restored";
  if (after?.status === "blocked") return "blocked";
  if (after?.status === "dropped") return "dropped";
  return before?.status === "blocked" ? "unblocked" : "reopened";
}

const sectionOf: Partial<Record<NotificationKind, string>> = {
  joined: "/people",
  bounced: "/people",
  role: "/people",
  criterion: "/decision",
  option: "/decision",
  problem: "/why",
  decision_date: "",
  asked: "/people",
};

function pathOf(kind: NotificationKind, planId: string, stepId: string | null): string {
  const section = sectionOf[kind];
  if (section !== undefined) return `/plans/${planId}${section}`;
  return stepId ? `/plans/${planId}/steps?step=${stepId}` : `/plans/${planId}/activity`;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
const day = (value: unknown) => (typeof value === "string" ? value : null);
