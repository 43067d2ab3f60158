import { Temporal } from "temporal-polyfill";
import type { StepStatus, Zone } from "@/db/vocabulary";
import { groupBy } from "../../_kernel";

export type DigestStep = {
  id: string;
  title: string;
  zone: Zone;
  status: StepStatus;
  statusReason: string | null;
  dueOn: string | null;
  ownerId: string | null;
};

export type DigestEvent = {
  kind: string;
  actorName: string;
  /** The participant who did it. */
  actorId: string | null;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** A plan as one of its sides may see it: neither a step nor an event of the other's zone is among the rows. */
export type DigestRows = {
  today: string;
  decidesOn: string;
  /** The participant whom it is for. */
  readerId: string;
  steps: readonly DigestStep[];
  /** Names of the participants; a role that has nobody yet has none. */
  names: ReadonlyMap<string, string | null>;
  /** `stepId` waits for `predecessorId`. */
  waiting: readonly { stepId: string; predecessorId: string }[];
  /** Since the last digest, oldest first. */
  events: readonly DigestEvent[];
  /** How many there were before those. */
  older: number;
  /** The local day of the last event of all. */
  lastMovedOn: string | null;
};

const movedWordings = [
  "problem",
  "done",
  "blocked",
  "dropped",
  "dated",
  "added",
  "addedMany",
  "joined",
  "criterion",
  "option",
] as const;

export type Moved = {
  wording: (typeof movedWordings)[number];
  /** Of which step it tells by name. */
  stepId: string | null;
  who: string;
  /** The reader did it. */
  isOwn: boolean;
  title: string;
  reason: string;
  count: number;
  from: string | null;
  to: string | null;
};
type Owned = { stepId: string; title: string; zone: Zone; whose: "you" | "named" | "nobody"; name: string };
export type NextStep = Owned & { dueOn: string };
/** `holdsUp` are the open steps that can't go on without it. */
export type Awaited = Owned & { since: string; holdsUp: number };

export type Digest = {
  moved: Moved[];
  /** How much else happened before that. */
  older: number;
  next: NextStep[];
  awaited: Awaited[];
  /** `was` is where the decision stood at the last digest, if it was moved since. */
  decision: { on: string; was: string | null };
};

const NEXT_DAYS = 7;
const QUIET_DAYS = 28;

/**
 * What a week of a plan was and will be: what moved, what is next, who is waited for and since when, how the decision moved.
 * @returns null when nothing moved and nothing is due: a mail that says so teaches people to leave the next one unread. A plan that
 * everybody has left alone for four weeks is told of no more either; its reminders have ended, and the plan shows its stall.
 */
export function digestOf(rows: DigestRows): Digest | null {
  const moved = movedOf(rows);
  const next = nextOf(rows);
  const awaited = awaitedOf(rows);
  const was = decisionBefore(rows);
  const hasMoved = moved.length > 0 || was !== null;
  if (!hasMoved && next.length === 0 && awaited.length === 0) return null;
  if (!hasMoved && isLeftAlone(rows)) return null;
  return { moved, older: rows.older, next, awaited, decision: { on: rows.decidesOn, was } };
}

/** Told of no more: its reminders have ended, and the plan shows its stall. */
export const isLeftAlone = ({ lastMovedOn, today }: DigestRows) =>
  lastMovedOn === null || daysBetween(lastMovedOn, today) >= QUIET_DAYS;

/** Each step once, by what became of it in the end; of one sort the latest first, since what doesn't fit is left out at the end. */
function movedOf({ events, steps, readerId }: DigestRows): Moved[] {
  const by = ({ actorName, actorId }: DigestEvent) => ({ who: actorName, isOwn: actorId === readerId });
  const latest = events.toReversed();
  const ofSteps = groupBy(
    latest.filter(({ kind }) => kind.startsWith("step.")),
    ({ subjectId }) => subjectId,
  );
  const byId = new Map(steps.map((step) => [step.id, step]));
  const told = [...ofSteps].flatMap(([id, ofStep]) => {
    const step = byId.get(id);
    return step ? (stepMoved(step, ofStep.toReversed(), by) ?? []) : [];
  });
  const of = (wording: Moved["wording"]) => told.filter((moved) => moved.wording === wording);
  const added = of("added");
  return [
    ...allOf(latest, "problem.worded", "problem", by).slice(0, 1),
    ...of("done"),
    ...of("blocked"),
    ...of("dropped"),
    ...of("dated"),
    ...(added.length > 1 ? [{ ...sentence("addedMany"), count: added.length }] : added),
    ...latest
      .filter(({ kind }) => kind === "participant.joined")
      .map(({ after, actorName }) => sentence("joined", { who: text(after?.name) || actorName })),
    ...allOf(latest, "criterion.added", "criterion", by),
    ...allOf(latest, "option.added", "option", by),
  ];
}

type By = (event: DigestEvent) => Pick<Moved, "who" | "isOwn">;

function stepMoved(step: DigestStep, events: DigestEvent[], by: By): Moved | null {
  const last = (...kinds: string[]) => events.findLast((event) => kinds.includes(event.kind));
  const { id: stepId, title, status } = step;
  const done = last("step.completed", "step.answered", "step.approved");
  if (status === "done" && done) return sentence("done", { ...by(done), stepId, title });
  const changed = last("step.status_changed", "step.declined");
  if (changed && (status === "blocked" || status === "dropped")) {
    return sentence(status, { ...by(changed), stepId, title, reason: unended(step.statusReason) });
  }
  if (status === "done" || status === "dropped") return null;
  const added = last("step.added");
  if (added) return sentence("added", { ...by(added), stepId, title });
  const dated = events.filter(({ kind, after }) => kind === "step.edited" && after !== null && "dueOn" in after);
  const from = day(dated[0]?.before?.dueOn);
  const lastDated = dated.at(-1);
  if (!lastDated || from === step.dueOn) return null;
  return sentence("dated", { ...by(lastDated), stepId, title, from, to: step.dueOn });
}

const allOf = (events: readonly DigestEvent[], kind: string, wording: Moved["wording"], by: By) =>
  events
    .filter((event) => event.kind === kind)
    .map((event) => sentence(wording, { ...by(event), title: text(event.after?.title) }));

/** A reason ends a sentence of ours, which has its own full stop. */
const unended = (reason: string | null) => (reason ?? "").replace(/[.…]+$/, "");

const sentence = (wording: Moved["wording"], parts: Partial<Moved> = {}): Moved => ({
  ...{ stepId: null, who: "", isOwn: false, title: "", reason: "", count: 1, from: null, to: null },
  ...parts,
  wording,
});

/** Open, and due from today until this day next week, the earliest first. */
function nextOf(rows: DigestRows): NextStep[] {
  const { steps, today } = rows;
  const until = Temporal.PlainDate.from(today).add({ days: NEXT_DAYS }).toString();
  return steps
    .flatMap((step) => {
      const { status, dueOn } = step;
      const isNext = isOpen(status) && dueOn !== null && dueOn >= today && dueOn <= until;
      return isNext ? [{ ...owned(step, rows), dueOn }] : [];
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** Overdue, the longest first. Whoever waits for others' steps first is not the one who is waited for. */
function awaitedOf(rows: DigestRows): Awaited[] {
  const { steps, waiting, today } = rows;
  const open = new Set(steps.filter(({ status }) => isOpen(status)).map(({ id }) => id));
  const waits = new Set(waiting.filter(({ predecessorId }) => open.has(predecessorId)).map(({ stepId }) => stepId));
  return steps
    .flatMap((step) => {
      const { id, status, dueOn } = step;
      if (!isOpen(status) || waits.has(id) || dueOn === null || dueOn >= today) return [];
      const holdsUp = waiting.filter(({ stepId, predecessorId }) => predecessorId === id && open.has(stepId)).length;
      return [{ ...owned(step, rows), since: dueOn, holdsUp }];
    })
    .sort((one, other) => one.since.localeCompare(other.since));
}

function decisionBefore({ events, decidesOn }: DigestRows): string | null {
  const first = events.find(({ kind, after }) => kind === "plan.edited" && after !== null && "decidesOn" in after);
  const was = day(first?.before?.decidesOn);
  return was !== null && was !== decidesOn ? was : null;
}

const isOpen = (status: StepStatus) => status !== "done" && status !== "dropped";

function owned({ id, title, zone, ownerId }: DigestStep, { names, readerId }: DigestRows): Owned {
  const name = (ownerId && names.get(ownerId)) || "";
  const whose = ownerId === readerId ? "you" : name ? "named" : "nobody";
  return { stepId: id, title, zone, whose, name };
}

const daysBetween = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days;

const text = (value: unknown) => (typeof value === "string" ? value : "");
const day = (value: unknown) => (typeof value === "string" ? value : null);
