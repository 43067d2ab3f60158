import type { CadenceChoice, StepStatus, Zone } from "@/db/vocabulary";
import { DAY, dayFrom } from "./days";
import { type Random, randomFrom } from "./random";
import { found, maySee, mayTie, type Seat, type Step, type World } from "./world";
import type { TimeZones } from "./zones";

export type Size = { people: number; plans: number; days: number };

const countries = ["DE", "US", "GB", "JP", "AU", "IL"] as const;
const endings = ["people.test", "people.test", "people.de", "people.in", "people.jp", "people.za"] as const;
const STEPS_ON_A_PLAN = 3;
const PLANS_IN_A_WORKSPACE = 30;

/** The same seed makes the same world. Its people live in these zones, and each of them in turn. */
export function makeWorld(seed: number, { people, plans, days }: Size, timeZones: TimeZones): World {
  const random = randomFrom(seed);
  const startsAt = Date.parse("2027-01-04T00:00:00Z");
  const world: World = {
    startsAt,
    days,
    workspaces: [],
    people: [],
    plans: [],
    seats: [],
    steps: [],
    unwanted: new Set(),
  };
  const workspaces = Math.max(1, Math.round(plans / PLANS_IN_A_WORKSPACE));
  for (let n = 0; n < workspaces; n++) world.workspaces.push({ timeZone: random.pick(timeZones), cadence: ofAll(n) });
  for (let n = 0; n < people; n++) {
    const timeZone = random.chance(0.85) ? (timeZones[n % timeZones.length] ?? null) : null;
    world.people.push({ email: `p${n}@${random.pick(endings)}`, timeZone });
  }
  for (let n = 0; n < plans; n++) {
    const workspace = n % workspaces;
    const country = countries[(workspace + random.below(2)) % countries.length] ?? "DE";
    const seats = seatsOf(n, workspace, people, random).map((seat) => world.seats.push(seat) - 1);
    world.plans.push({ workspace, country, seats, steps: [] });
    for (let k = 0; k < STEPS_ON_A_PLAN; k++) addStep(world, n, random);
  }
  return world;
}

const ofAll = (workspace: number): CadenceChoice | null => {
  if (workspace % 13 === 7) return "off";
  return workspace % 7 === 3 ? { days: [-5, -1, 0, 3], weekly: true, most: 5 } : null;
};

const ofOne: readonly [CadenceChoice, ...CadenceChoice[]] = [
  "off",
  { days: [-1, 1], weekly: false, most: 2 },
  { days: [0], weekly: true, most: 3 },
];

/** Person 0 is on every plan of the first workspace: what is due may be more than a mail names. */
function seatsOf(plan: number, workspace: number, people: number, random: Random): Seat[] {
  const taken = new Set<number>();
  const someone = (wished: number) => {
    let person = wished % people;
    while (taken.has(person)) person = random.below(people);
    taken.add(person);
    return person;
  };
  const contributor = someone(workspace === 0 ? 0 : plan * 2 + 1);
  const of = { plan, isHere: true };
  return [
    { ...of, person: someone(random.below(people)), side: "seller", role: "owner" },
    { ...of, person: someone(plan * 2), side: "buyer", role: "lead" },
    { ...of, person: contributor, side: "buyer", role: "contributor" },
  ];
}

function addStep(world: World, plan: number, random: Random) {
  const { seats, steps } = found(world.plans, plan);
  const zone: Zone = random.chance(0.7) ? "shared" : random.pick(["committee", "committee", "seller"]);
  const mayOwn = seats.filter((seat) => maySee(found(world.seats, seat).side, zone));
  const number = world.steps.length;
  const before = steps.at(-1);
  const isTied = before !== undefined && random.chance(0.3) && mayTie(zone, found(world.steps, before).zone);
  const firstDay = dayFrom(new Date(world.startsAt).toISOString().slice(0, 10));
  const step: Step = {
    plan,
    zone,
    seat: random.chance(0.08) ? null : (mayOwn[random.below(mayOwn.length)] ?? null),
    dueOn: random.chance(0.06) ? null : firstDay + random.between(-15, world.days + 20),
    status: statusBy(random.part()),
    isRemoved: false,
    cadence: random.chance(0.06) ? random.pick(ofOne) : null,
    snoozedUntil: null,
    setAt: world.startsAt - 40 * DAY,
    waitsFor: new Set(isTied ? [before] : []),
  };
  steps.push(number);
  world.steps.push(step);
}

function statusBy(part: number): StepStatus {
  if (part < 0.12) return "done";
  if (part < 0.15) return "dropped";
  if (part < 0.19) return "blocked";
  return part < 0.4 ? "doing" : "todo";
}
