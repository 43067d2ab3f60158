import type { Cadence } from "@/db/vocabulary";
import { type Day, hourOf, isWorked, localDayOf, workedAway, workedFrom } from "../days";
import { found, isOpen, maySee, pairOf, type Seat, type Step } from "../world";
import type { Course, Ledger, Pair } from "./ledger";

const usual: Cadence = { days: [-3, 0, 2, 5], weekly: true, most: 6 };
export const MORNING = 8;
export const NOON = 11;

export function cadenceOf({ world }: Ledger, step: Step): Cadence | null {
  const chosen = step.cadence ?? found(world.workspaces, found(world.plans, step.plan).workspace).cadence ?? usual;
  return chosen === "off" ? null : chosen;
}

/** Nothing that its owner can see is to be done before it, and they don't call it blocked. */
export function isActionable({ world }: Ledger, step: Step): boolean {
  if (step.seat === null || !isOpen(step) || step.status === "blocked") return false;
  const { side } = found(world.seats, step.seat);
  return ![...step.waitsFor].some((on) => {
    const first = found(world.steps, on);
    return isOpen(first) && maySee(side, first.zone) && maySee(side, step.zone);
  });
}

/** Whether a reminder of it is to come on this day, which is a working one, if it went this course until now. */
export function isOwed(
  ledger: Ledger,
  number: number,
  course: Course,
  day: Day,
  zone: string,
  country: string,
): boolean {
  const step = found(ledger.world.steps, number);
  const cadence = cadenceOf(ledger, step);
  if (!isActionable(ledger, step)) return false;
  const after = Math.max(course.last, letGoOn(step.setAt, zone));
  if (step.snoozedUntil !== null && isPutOff(step, course, zone)) return workedFrom(country, step.snoozedUntil) <= day;
  if (!cadence || course.sent >= cadence.most) return false;
  const asked = waitedForSince(ledger, number, step);
  if (asked !== null && (step.dueOn === null || asked < step.dueOn)) {
    return cadenceDays(cadence, asked, false, country).some((due) => due > after && due <= day);
  }
  return (
    step.dueOn !== null && cadenceDays(cadence, step.dueOn, true, country).some((due) => due > after && due <= day)
  );
}

/** Whoever puts a step off is reminded on that day, whatever its cadence; of no step more than six times. */
export function isPutOff({ snoozedUntil, setAt }: Step, { sent, last }: Course, zone: string): boolean {
  return snoozedUntil !== null && snoozedUntil > Math.max(last, letGoOn(setAt, zone)) && sent < 6;
}

/** The last day whose morning had come when the step got its date: what was due up to then is let go. */
function letGoOn(setAt: number, zone: string): Day {
  const day = localDayOf(zone, setAt);
  return hourOf(zone, day, MORNING) <= setAt ? day : day - 1;
}

/** On which day the first of those who wait for it wanted to be done. */
function waitedForSince({ world, waiters }: Ledger, number: number, step: Step): Day | null {
  const owner = found(world.seats, step.seat ?? -1);
  const days = [...(waiters.get(number) ?? [])].flatMap((waiter) => {
    const other = found(world.steps, waiter);
    return other.dueOn !== null && isAsking(owner, step, other, world.seats) ? [other.dueOn] : [];
  });
  return days.length > 0 ? Math.min(...days) : null;
}

function isAsking(owner: Seat, step: Step, other: Step, seats: Seat[]): boolean {
  if (!isOpen(other) || other.seat === null || other.seat === step.seat) return false;
  return found(seats, other.seat).isHere && maySee(owner.side, other.zone);
}

const WEEKS = 110;
const known = new Map<string, Day[]>();

/** All the days on which a cadence asks for a reminder of a step of that date. */
function cadenceDays(cadence: Cadence, matters: Day, isBeforeToo: boolean, country: string): Day[] {
  const key = `${cadence.days} ${cadence.weekly} ${matters} ${isBeforeToo} ${country}`;
  const ready = known.get(key);
  if (ready) return ready;
  const day = workedFrom(country, matters);
  const days = cadence.days.flatMap((count) => (count < 0 && !isBeforeToo ? [] : [workedAway(country, day, count)]));
  if (cadence.weekly) {
    const last = workedAway(country, day, Math.max(0, cadence.days.at(-1) ?? 0));
    for (let week = 1; week <= WEEKS; week++) days.push(workedFrom(country, last + week * 7));
  }
  known.set(key, days);
  return days;
}

export const isMorningOf = (zone: string, day: Day, at: number) =>
  at >= hourOf(zone, day, MORNING) && at < hourOf(zone, day, NOON);

export const isWorkedBy = (country: string | null, day: Day) => country !== null && isWorked(country, day);

export const wantsNone = ({ world }: Ledger, { workspace, person }: Pair) =>
  world.unwanted.has(pairOf(workspace, person));
