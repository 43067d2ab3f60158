import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import { isWorkingDay } from "@/server/domain/calendar";
import { planReminder, type ReminderStep } from "@/server/domain/reminder/plan-reminders";
import { usualCadence } from "@/server/domain/reminder/schemas";

// Property tests share two cores with the rest of the suite.
vi.setConfig({ testTimeout: 30_000 });

type Mail = { at: Temporal.ZonedDateTime; stepIds: string[] };
type World = { steps: ReminderStep[]; lastSentOn: Temporal.PlainDate | null; mails: Mail[] };
type Place = { zone: string; country: string };

const day = (text: string) => Temporal.PlainDate.from(text);

/** One look at the person's steps, as a worker takes it: send, count, and say when to look again. */
function look(world: World, now: Temporal.Instant, { zone, country }: Place): Temporal.Instant | null {
  const { steps, lastSentOn } = world;
  const { sendNow, nextAt } = planReminder({ now, zone, calendar: { country }, steps, lastSentOn });
  if (sendNow) {
    const { localDay, items } = sendNow;
    const stepIds = items.map(({ stepId }) => stepId);
    world.mails.push({ at: now.toZonedDateTimeISO(zone), stepIds });
    world.lastSentOn = localDay;
    world.steps = steps.map((step) =>
      stepIds.includes(step.id) ? { ...step, remindersSent: step.remindersSent + 1, lastRemindedOn: localDay } : step,
    );
  }
  return nextAt;
}

function expectConsiderate({ mails }: World, { country }: Place) {
  const days = mails.map(({ at }) => at.toPlainDate().toString());
  expect(new Set(days).size).toBe(days.length);
  for (const { at, stepIds } of mails) {
    expect(at.hour).toBeGreaterThanOrEqual(8);
    expect(at.hour).toBeLessThan(11);
    expect(isWorkingDay(at.toPlainDate(), { country })).toBe(true);
    expect(stepIds.length).toBeGreaterThan(0);
  }
}

const remindersOf = ({ mails }: World, id: string) => mails.filter(({ stepIds }) => stepIds.includes(id));

const anyPlace: fc.Arbitrary<Place> = fc.constantFrom(
  { zone: "Europe/Berlin", country: "DE" },
  { zone: "America/New_York", country: "US" },
  { zone: "Australia/Lord_Howe", country: "AU" },
  { zone: "Asia/Riyadh", country: "SA" },
  { zone: "Pacific/Kiritimati", country: "KI" },
);
const anyStart = fc.integer({ min: 0, max: 700 }).map((days) => day("2026-01-01").add({ days }));
const anySteps = (start: Temporal.PlainDate) =>
  fc
    .array(
      fc.record({
        due: fc.option(fc.integer({ min: -15, max: 25 }), { freq: 8 }),
        waiting: fc.option(fc.integer({ min: -5, max: 25 }), { freq: 2 }),
        status: fc.constantFrom("todo" as const, "doing" as const, "done" as const, "blocked" as const),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((drafts) =>
      drafts.map(
        ({ due, waiting, status }, index): ReminderStep => ({
          id: `s${index}`,
          dueOn: due === null ? null : start.add({ days: due }),
          status,
          isActionable: true,
          remindersSent: 0,
          lastRemindedOn: null,
          scheduledAt: null,
          cadence: usualCadence,
          snoozedUntil: null,
          heldOn: null,
          waitingSince: waiting === null ? null : start.add({ days: waiting }),
        }),
      ),
    );
const anyWorld = fc
  .tuple(anyPlace, anyStart)
  .chain(([place, start]) =>
    fc.record({ place: fc.constant(place), start: fc.constant(start), steps: anySteps(start) }),
  );

const begin = (start: Temporal.PlainDate, { zone }: Place) => start.toZonedDateTime({ timeZone: zone }).toInstant();

test("looked at only when asked to, late or after days of darkness: one mail a day at most, in the morning, six per step, then a stall", () => {
  fc.assert(
    fc.property(
      anyWorld,
      fc.array(fc.integer({ min: 0, max: 60 * 50 }), { minLength: 1, maxLength: 10 }),
      ({ place, start, steps }, lateness) => {
        const world: World = { steps, lastSentOn: null, mails: [] };
        let now: Temporal.Instant | null = begin(start, place);
        let looks = 0;
        while (now && looks < 60) {
          const next = look(world, now, place);
          const late = looks % 3 === 0 ? (lateness[looks % lateness.length] ?? 0) : 0;
          if (next) expect(Temporal.Instant.compare(next, now)).toBeGreaterThan(0);
          now = next?.add({ minutes: late }) ?? null;
          looks++;
        }

        expect(now).toBeNull();
        expectConsiderate(world, place);
        const { stalled } = planReminder({
          now: begin(start.add({ days: 400 }), place),
          zone: place.zone,
          calendar: { country: place.country },
          steps: world.steps,
          lastSentOn: null,
        });
        for (const { id, status, dueOn, waitingSince } of steps) {
          const isAsked = (status === "todo" || status === "doing") && (dueOn ?? waitingSince) !== null;
          expect(remindersOf(world, id)).toHaveLength(isAsked ? 6 : 0);
          expect(stalled.includes(id)).toBe(isAsked);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("looking every hour sends the same as looking only when asked to", () => {
  fc.assert(
    fc.property(anyWorld, ({ place, start, steps }) => {
      const hourly: World = { steps, lastSentOn: null, mails: [] };
      const asked: World = { steps, lastSentOn: null, mails: [] };
      let next: Temporal.Instant | null = null;
      const from = begin(start, place);
      for (let hour = 0; hour < 24 * 24; hour++) {
        const now = from.add({ hours: hour });
        look(hourly, now, place);
        if (hour === 0 || (next && Temporal.Instant.compare(next, now) <= 0)) next = look(asked, now, place);
      }
      expectConsiderate(hourly, place);
      const told = ({ mails }: World) => mails.map(({ at, stepIds }) => `${at.toInstant()} ${stepIds}`);
      expect(told(hourly)).toEqual(told(asked));
    }),
    { numRuns: 8 },
  );
});

test.each([
  ["Europe/Berlin", "the hour that is skipped", "2026-03-29"],
  ["Europe/Berlin", "the hour that comes twice", "2026-10-25"],
  ["America/New_York", "the hour that is skipped", "2026-03-08"],
  ["America/New_York", "the hour that comes twice", "2026-11-01"],
  ["Australia/Lord_Howe", "the half hour that is skipped", "2026-10-04"],
  ["Australia/Lord_Howe", "the half hour that comes twice", "2026-04-05"],
])("in %s over %s, someone with a step due each day is reminded exactly once on each", (zone, _, changes) => {
  // Clocks change on a Sunday, which is a working day in Nepal.
  const first = day(changes).subtract({ days: 3 });
  const steps = Array.from(
    { length: 11 },
    (_, index): ReminderStep => ({
      id: `s${index}`,
      dueOn: first.add({ days: index }),
      status: "todo",
      isActionable: true,
      remindersSent: 0,
      lastRemindedOn: null,
      scheduledAt: null,
      cadence: usualCadence,
      snoozedUntil: null,
      heldOn: null,
      waitingSince: null,
    }),
  );
  const place = { zone, country: "NP" };
  const world: World = { steps, lastSentOn: null, mails: [] };
  const from = first.toZonedDateTime({ timeZone: zone }).toInstant();
  for (let quarter = 0; quarter < 7 * 96; quarter++) look(world, from.add({ minutes: 15 * quarter }), place);

  const days = world.mails.map(({ at }) => at.toPlainDate().toString());
  const workingDays = Array.from({ length: 7 }, (_, index) => first.add({ days: index }))
    .filter((date) => isWorkingDay(date, { country: "NP" }))
    .map(String);
  expect(days).toEqual(workingDays);
  expect(days).toContain(changes);
  for (const { at } of world.mails) expect(at.toPlainTime().toString()).toBe("08:00:00");
});
