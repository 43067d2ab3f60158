import { expect, test } from "vitest";
import { DAY, dayFrom, HOUR, MINUTE } from "../simulate/days";
import { judge } from "../simulate/oracle/judge";
import type { Entry, TakenMail } from "../simulate/oracle/played";
import type { Act, Step, World } from "../simulate/world";

const TUESDAY = dayFrom("2027-02-16");
const startsAt = Date.parse("2027-02-08T00:00:00Z");
const eight = Date.parse("2027-02-16T07:00:00Z");

const step = (given: Partial<Step> = {}): Step => ({
  plan: 0,
  zone: "shared",
  seat: 0,
  dueOn: TUESDAY,
  status: "todo",
  isRemoved: false,
  cadence: { days: [0], weekly: true, most: 2 },
  snoozedUntil: null,
  setAt: startsAt - 30 * DAY,
  waitsFor: new Set(),
  ...given,
});

/** One buyer in Berlin with a step that is due on Tuesday 16 February, reminded of on that day and a week later. */
const world = (given: { steps?: Step[]; unwanted?: Set<number> } = {}): World => {
  const steps = given.steps ?? [step()];
  return {
    startsAt,
    days: 20,
    workspaces: [{ timeZone: "Europe/Berlin", cadence: null }],
    people: [
      { email: "p0@people.test", timeZone: "Europe/Berlin" },
      { email: "p1@people.test", timeZone: "Europe/Berlin" },
    ],
    plans: [{ workspace: 0, country: "DE", seats: [0, 1], steps: steps.map((_, number) => number) }],
    seats: [
      { plan: 0, person: 0, side: "buyer", role: "contributor", isHere: true },
      { plan: 0, person: 1, side: "seller", role: "owner", isHere: true },
    ],
    steps,
    unwanted: given.unwanted ?? new Set(),
  };
};

const mail = (at: number, given: Partial<TakenMail> = {}): Entry => ({
  at,
  mail: { reference: `${at}`, workspace: 0, person: 0, steps: [0], isFull: false, firstTriedAt: at, ...given },
});
const act = (at: number, what: Act): Entry => ({ at, act: what });

const first = mail(eight);
const second = mail(eight + 7 * DAY);
const judged = (entries: Entry[], of = world(), stalled = [0], keysTakenTwice: string[] = []) =>
  judge({
    world: of,
    entries: entries.toSorted((one, other) => one.at - other.at),
    until: startsAt + 40 * DAY,
    outages: [],
    stalled: new Set(stalled),
    keysTakenTwice,
  }).map(({ rule }) => rule);

test("the oracle finds nothing wrong with what had to come, when it had to come", () => {
  expect(judged([first, second])).toEqual([]);
});

test.each([
  ["a doubled mail", [first, mail(eight + HOUR), second], ["twice", "unasked", "unasked"]],
  ["a mail that did not come", [second], ["missed", "missed"]],
  ["a mail that was made in the morning's last seconds", [mail(eight + 3 * HOUR + MINUTE / 3), second], []],
  ["a mail after the morning", [mail(eight + 3 * HOUR + 2 * MINUTE), second], ["untimely"]],
  ["a mail in the afternoon", [mail(eight + 6 * HOUR), second], ["untimely"]],
  ["a mail that was held up until the night", [mail(eight + 13 * HOUR, { firstTriedAt: eight }), second], ["untimely"]],
  ["a mail that was held up until noon", [mail(eight + 4 * HOUR, { firstTriedAt: eight }), second], []],
  ["a mail on a Saturday", [first, mail(eight + 4 * DAY), second], ["untimely", "unasked"]],
  ["a mail before it was due", [mail(eight - DAY), first, second], ["unasked"]],
  ["a third time", [first, second, mail(eight + 14 * DAY)], ["beyond", "unasked"]],
])("it notices %s", (_, entries, broken) => {
  expect(new Set(judged(entries))).toEqual(new Set(broken));
});

test.each<[string, Act]>([
  ["done", { kind: "done", step: 0 }],
  ["dropped", { kind: "status", step: 0, status: "dropped" }],
  ["blocked", { kind: "status", step: 0, status: "blocked" }],
  ["removed", { kind: "removed", step: 0 }],
  ["put off", { kind: "snoozed", step: 0, until: TUESDAY + 3 }],
  ["given away", { kind: "given", step: 0, seat: 1 }],
  ["no longer theirs to see", { kind: "left", seat: 0 }],
  ["unwanted", { kind: "switched", workspace: 0, person: 0, reminders: false }],
])("it notices that a step is listed which is %s, unless that happened at this very moment", (_, what) => {
  expect(judged([act(eight - HOUR, what), first], world(), [])).toContain("wrong");
  expect(judged([act(eight, what), first], world(), [])).not.toContain("wrong");
});

test("it notices that a step is listed which waits for another that its owner can see", () => {
  const waiting = (zone: Step["zone"]) =>
    world({ steps: [step({ waitsFor: new Set([1]) }), step({ seat: 1, zone, cadence: "off" })] });
  expect(judged([first, second], waiting("shared"), [])).toContain("wrong");
  expect(judged([first, second], waiting("seller"))).toEqual([]);
});

test("it notices a mail that lists only what was not due, whatever became that morning of what was", () => {
  const steps = () => [step(), step({ dueOn: TUESDAY + 3 })];
  const onlyTheOther = (what: Act) =>
    judged([act(eight + HOUR / 2, what), mail(eight + HOUR, { steps: [1] })], world({ steps: steps() }));
  expect(onlyTheOther({ kind: "given", step: 0, seat: 1 })).toContain("unasked");
  expect(onlyTheOther({ kind: "done", step: 0 })).toContain("unasked");
  expect(onlyTheOther({ kind: "redated", step: 1, dueOn: TUESDAY + 2 })).not.toContain("unasked");
});

test("a step that is named beside another, and became due as the mail was on its way, may be reminded of as often as before", () => {
  const steps = [
    step({ dueOn: TUESDAY + 3, cadence: { days: [-3, 0], weekly: true, most: 2 } }),
    step({ dueOn: TUESDAY + 1 }),
    step({ dueOn: TUESDAY + 1, seat: 1, cadence: "off" }),
  ];
  const wednesday = eight + DAY;
  const friday = eight + 3 * DAY;
  const entries = [
    first,
    act(wednesday + MINUTE, { kind: "waits", step: 2, on: 0 }),
    mail(wednesday + 2 * MINUTE, { steps: [1, 0] }),
    act(wednesday + 4 * HOUR, { kind: "freed", step: 2, on: 0 }),
    mail(friday),
    mail(wednesday + 7 * DAY, { steps: [1] }),
  ];
  expect(judged(entries, world({ steps }), [0, 1])).toEqual([]);
  expect(judged([...entries, mail(friday + 7 * DAY)], world({ steps }), [0, 1])).toContain("beyond");
});

test("it notices a mail to somebody who has no part in the workspace, and a key that was taken twice", () => {
  expect(judged([first, second, mail(eight, { person: 5 })])).toEqual(["wrong"]);
  expect(judged([first, second], world(), [0], ["key"])).toEqual(["key"]);
});

test("it notices a stall that is not shown, and one that is none", () => {
  expect(judged([first, second], world(), [])).toEqual(["stall"]);
  expect(judged([first], world({ unwanted: new Set() }), [0])).toContain("missed");
  expect(judged([], world({ steps: [step({ dueOn: TUESDAY + 60 })] }), [0])).toEqual(["stall"]);
});

test("a step with a new date is reminded of anew, and nothing is made up for", () => {
  const redated: Act = { kind: "redated", step: 0, dueOn: TUESDAY + 7 };
  expect(judged([act(eight - HOUR, redated), second, mail(eight + 14 * DAY)])).toEqual([]);
  expect(judged([act(eight - HOUR, redated), first, second, mail(eight + 14 * DAY)])).toContain("unasked");
});
