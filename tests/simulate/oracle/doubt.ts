import { type Day, hourOf, localDayOf } from "../days";
import { type Act, found } from "../world";
import { type Course, concerned, countryOf, enter, isTheirs, type Ledger, ownerOf, type Pair, zoneOf } from "./ledger";
import { isOwed, isWorkedBy, MORNING } from "./owed";

/** Perhaps it was reminded of that day and the mail was overtaken, perhaps not: from here on both are possible. */
export function doubt({ told }: Ledger, number: number, day: Day): void {
  const known = found(told, number);
  known.courses = distinct([...known.courses, ...known.courses.map((course) => reminded(course, day))]);
}

export const reminded = (course: Course, day: Day): Course =>
  course.last < day ? { sent: course.sent + 1, last: day } : course;

export const distinct = (courses: Course[]): Course[] => [
  ...new Map(courses.map((course) => [`${course.sent} ${course.last}`, course])).values(),
];

/** Whether a step is due on this day if its reminders took this course until now. */
export function isDue(ledger: Ledger, pair: Pair, number: number, course: Course, day: Day, zone: string): boolean {
  const country = countryOf(ledger, pair);
  if (country === null || !isTheirs(ledger, found(ledger.world.steps, number), pair.person)) return false;
  return isOwed(ledger, number, course, day, zone, country);
}

export const isSurelyDue = (ledger: Ledger, pair: Pair, number: number, day: Day, zone: string) =>
  found(ledger.told, number).courses.every((course) => isDue(ledger, pair, number, course, day, zone));

export const isPerhapsDue = (ledger: Ledger, pair: Pair, number: number, day: Day, zone: string) =>
  found(ledger.told, number).courses.some((course) => isDue(ledger, pair, number, course, day, zone));

/**
 * Writes an act down, and doubts what of it a mail that is on its way may or may not have known.
 * @returns whose mornings begin at another time from now on.
 */
export function noteAct(ledger: Ledger, act: Act, at: number): Set<Pair> {
  const { world, told } = ledger;
  const steps = new Set(concerned(ledger, act));
  const before = standingOf(ledger, steps, at);
  const movers = act.kind === "moved" ? pairsOf(ledger, act.person) : [];
  for (const pair of movers) before.zones.set(pair, zoneOf(ledger, pair));
  enter(ledger, act, at);
  const after = standingOf(ledger, new Set([...steps, ...concerned(ledger, act)]), at);

  const isNew = (number: number) => (act.kind === "redated" || act.kind === "given") && number === act.step;
  for (const [number, day] of [...before.due, ...after.due]) if (!isNew(number)) doubt(ledger, number, day);
  for (const number of steps) {
    found(told, number).touchedAt = at;
    const pair = ownerOf(ledger, found(world.steps, number));
    for (const awaiting of [pair, before.pairs.get(number)]) {
      if (awaiting?.awaited?.steps.delete(number) && !isNew(number)) doubt(ledger, number, awaiting.awaited.day);
    }
  }
  for (const pair of new Set([...before.pairs.values(), ...after.pairs.values()])) {
    const isWhole = act.kind === "moved" || act.kind === "switched";
    const hasOtherDays = before.countries.get(pair) !== countryOf(ledger, pair);
    if (isWhole || hasOtherDays) doubtAll(ledger, pair, at);
  }
  const moved = new Set<Pair>();
  for (const [pair, zone] of before.zones) {
    if (zoneOf(ledger, pair) === zone) continue;
    pair.zoneBefore = { zone, until: at };
    moved.add(pair);
  }
  return moved;
}

/** Which of these steps wanted a reminder this morning, and whose they are. */
function standingOf(ledger: Ledger, steps: Set<number>, at: number) {
  const due: [number, Day][] = [];
  const pairs = new Map<number, Pair>();
  const countries = new Map<Pair, string | null>();
  const zones = new Map<Pair, string>();
  for (const number of steps) {
    const pair = ownerOf(ledger, found(ledger.world.steps, number));
    if (!pair) continue;
    pairs.set(number, pair);
    countries.set(pair, countryOf(ledger, pair));
    zones.set(pair, zoneOf(ledger, pair));
    const day = dueDay(ledger, pair, number, at);
    if (day !== null) due.push([number, day]);
  }
  return { due, pairs, countries, zones };
}

function dueDay(ledger: Ledger, pair: Pair, number: number, at: number): Day | null {
  const zone = zoneOf(ledger, pair);
  const day = localDayOf(zone, at);
  if (pair.lastMailDay >= day || at < hourOf(zone, day, MORNING) || !isWorkedBy(countryOf(ledger, pair), day))
    return null;
  return isPerhapsDue(ledger, pair, number, day, zone) ? day : null;
}

/** Their mornings, their working days or their wish changed: everything of theirs is open today. */
function doubtAll(ledger: Ledger, pair: Pair, at: number) {
  pair.touchedAt = at;
  for (const number of pair.steps) {
    const day = dueDay(ledger, pair, number, at);
    if (day !== null) doubt(ledger, number, day);
  }
  for (const number of pair.awaited?.steps ?? []) doubt(ledger, number, pair.awaited?.day ?? 0);
  pair.awaited = null;
}

const pairsOf = ({ pairs }: Ledger, person: number) => [...pairs.values()].filter((pair) => pair.person === person);
