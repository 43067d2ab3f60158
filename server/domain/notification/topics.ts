import type { NotificationKind, Pace } from "@/db/vocabulary";

/** What a person can choose about: the kinds of notifications that one would want, or not want, together; and the digest. */
export const topics = [
  "given",
  "own",
  "awaited",
  "comment",
  "stalled",
  "problem",
  "decision_date",
  "bounced",
  "people",
  "criteria",
] as const;
export type Topic = (typeof topics)[number];

/** Null: it has a mail of its own, whatever anybody chooses, and is found in the inbox besides. */
export const topicOf: Record<NotificationKind, Topic | null> = {
  given: "given",
  taken: "given",
  moved: "own",
  status: "own",
  reworded: "own",
  awaited_done: "awaited",
  awaited_moved: "awaited",
  awaited_blocked: "awaited",
  comment: "comment",
  stalled: "stalled",
  problem: "problem",
  decision_date: "decision_date",
  bounced: "bounced",
  role: "people",
  joined: "people",
  criterion: "criteria",
  option: "criteria",
  unanswered: null,
  asked: null,
};

/**
 * What nobody has chosen otherwise. A step that becomes yours is worth a mail of its own; most can wait for the next morning; who
 * joined and what is decided by is there for whoever looks.
 */
export const usualPace: Record<Topic, Pace> = {
  given: "at_once",
  own: "daily",
  awaited: "daily",
  comment: "daily",
  stalled: "daily",
  problem: "daily",
  decision_date: "daily",
  bounced: "daily",
  people: "off",
  criteria: "off",
};

export const EVERYWHERE = "00000000-0000-0000-0000-000000000000";

export type Choice = { planId: string; kind: string; choice: Pace };

/** The narrowest choice holds: this topic of this plan, all of this plan, this topic everywhere, and else what is usual. */
export function paceOf(chosen: readonly Choice[], planId: string, topic: Topic | null): Pace {
  if (topic === null || isMuted(chosen, planId)) return "off";
  const ofPlan = choiceOf(chosen, planId, topic) ?? choiceOf(chosen, planId, "");
  return ofPlan ?? choiceOf(chosen, EVERYWHERE, topic) ?? usualPace[topic];
}

/** Null where nothing is chosen of just that. */
export const choiceOf = (chosen: readonly Choice[], planId: string, kind: string): Pace | null =>
  chosen.find((choice) => choice.planId === planId && choice.kind === kind)?.choice ?? null;

/** A muted plan sends no mail of any kind but reminders, and what happens on it counts as read. */
export const isMuted = (chosen: readonly Choice[], planId: string): boolean =>
  chosen.some((choice) => choice.planId === planId && choice.kind === "" && choice.choice === "off");
/** One for each plan's weekly digest; it is weekly or off, and a muted plan sends none either. */
export const digestTopic = "digest" as const;

export const isDigestOff = (chosen: readonly Choice[], planId: string): boolean =>
  chosen.some(({ planId: of, kind, choice }) => of === planId && kind === digestTopic && choice === "off");
