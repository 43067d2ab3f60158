import { placeOfAddress } from "@/server/domain/calendar";
import type { Day } from "../days";
import { type Act, found, isOpen, maySee, pairOf, type Step, take, type World } from "../world";

/** What the oracle knows of a step's reminders: each course that they may have taken. Where an act fell into the hours of sending, there are several. */
export type Told = { courses: Course[]; touchedAt: number };
export type Course = { sent: number; last: Day };
const never: Day = Number.NEGATIVE_INFINITY;

export type Pair = {
  workspace: number;
  person: number;
  steps: Set<number>;
  touchedAt: number;
  lastMailDay: Day;
  /** What had to be in a mail of that day and has not come yet. */
  awaited: { day: Day; steps: Set<number> } | null;
  /** The last day whose morning was judged, and when the next one's is over. */
  closedOn: Day;
  closesAt: number;
  zoneBefore: { zone: string; until: number } | null;
};

export type Ledger = {
  world: World;
  told: Told[];
  pairs: Map<number, Pair>;
  /** Which steps wait for each. */
  waiters: Map<number, Set<number>>;
};

export function openLedger(world: World): Ledger {
  const ledger: Ledger = {
    world,
    told: world.steps.map(() => ({ courses: [fresh], touchedAt: never })),
    pairs: new Map(),
    waiters: new Map(),
  };
  for (const { plan, person } of world.seats) pairIn(ledger, found(world.plans, plan).workspace, person);
  world.steps.forEach((step, number) => {
    ownerOf(ledger, step)?.steps.add(number);
    for (const on of step.waitsFor) addTo(ledger.waiters, on, number);
  });
  return ledger;
}

const fresh: Course = { sent: 0, last: never };

function pairIn({ pairs }: Ledger, workspace: number, person: number): Pair {
  const key = pairOf(workspace, person);
  const known = pairs.get(key);
  if (known) return known;
  const pair: Pair = {
    workspace,
    person,
    steps: new Set(),
    touchedAt: never,
    lastMailDay: never,
    awaited: null,
    closedOn: never,
    closesAt: never,
    zoneBefore: null,
  };
  pairs.set(key, pair);
  return pair;
}

export function ownerOf({ world, pairs }: Ledger, { plan, seat }: Step): Pair | undefined {
  if (seat === null) return undefined;
  return pairs.get(pairOf(found(world.plans, plan).workspace, found(world.seats, seat).person));
}

/**
 * Their own zone, else the one of the country in their address, else that of the plan on which they are due first; a workspace's plans
 * share one here.
 */
export function zoneOf(ledger: Ledger, pair: Pair): string {
  const { people, workspaces } = ledger.world;
  const { timeZone, email } = found(people, pair.person);
  if (timeZone !== null) return timeZone;
  const plan = { country: countryOf(ledger, pair) ?? "", timeZone: found(workspaces, pair.workspace).timeZone };
  return placeOfAddress(email, plan).zone;
}

/** Whether it is open, theirs and theirs to see. */
export function isTheirs({ world }: Ledger, step: Step, person: number): boolean {
  if (step.seat === null || !isOpen(step)) return false;
  const seat = found(world.seats, step.seat);
  return seat.isHere && seat.person === person && maySee(seat.side, step.zone);
}

/** Somebody's day goes by the calendar of the plan on which they are due first. */
export function countryOf(ledger: Ledger, { steps, person }: Pair): string | null {
  let first: number | null = null;
  for (const number of steps) {
    const step = found(ledger.world.steps, number);
    if (!isTheirs(ledger, step, person)) continue;
    if (first === null || isSooner(ledger.world, number, first)) first = number;
  }
  if (first === null) return null;
  return found(ledger.world.plans, found(ledger.world.steps, first).plan).country;
}

function isSooner({ steps }: World, one: number, other: number): boolean {
  const [left, right] = [found(steps, one).dueOn ?? Infinity, found(steps, other).dueOn ?? Infinity];
  return left === right ? one < other : left < right;
}

/** The steps whose reminders an act may change: its own, those that wait for it, and those that it waits for. */
export function concerned(ledger: Ledger, act: Act): number[] {
  if (act.kind === "left") {
    const { plan } = found(ledger.world.seats, act.seat);
    return [...found(ledger.world.plans, plan).steps];
  }
  if (act.kind === "moved" || act.kind === "switched") {
    return [...ledger.pairs.values()]
      .filter(({ person, workspace }) => person === act.person && (act.kind === "moved" || workspace === act.workspace))
      .flatMap(({ steps }) => [...steps]);
  }
  const near = [...found(ledger.world.steps, act.step).waitsFor, ...(ledger.waiters.get(act.step) ?? [])];
  return [act.step, ...near, ...("on" in act ? [act.on] : [])];
}

/** Writes an act down. Another date or another owner begins counting anew. */
export function enter(ledger: Ledger, act: Act, at: number): void {
  const { world, told } = ledger;
  if (act.kind === "given") {
    const step = found(world.steps, act.step);
    ownerOf(ledger, step)?.steps.delete(act.step);
    take(world, act, at);
    ownerOf(ledger, step)?.steps.add(act.step);
  } else {
    take(world, act, at);
  }
  if (act.kind === "given" || act.kind === "redated") found(told, act.step).courses = [fresh];
  if (act.kind === "waits") addTo(ledger.waiters, act.on, act.step);
  if (act.kind === "freed") ledger.waiters.get(act.on)?.delete(act.step);
}

function addTo(map: Map<number, Set<number>>, key: number, value: number) {
  const known = map.get(key) ?? new Set();
  map.set(key, known.add(value));
}
