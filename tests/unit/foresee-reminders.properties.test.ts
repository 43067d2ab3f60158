import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import type { Cadence } from "@/db/vocabulary";
import { isWorkingDay } from "@/server/domain/calendar";
import { foreseeReminders } from "@/server/domain/reminder/foresee";
import { type Person, planReminder, type ReminderStep } from "@/server/domain/reminder/plan-reminders";
import { mostReminders } from "@/server/domain/reminder/schemas";

// Property tests share two cores with the rest of the suite.
vi.setConfig({ testTimeout: 30_000 });

const day = (text: string) => Temporal.PlainDate.from(text);
const isUpTo = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) <= 0;

const anyCadence: fc.Arbitrary<Cadence | null> = fc.option(
  fc
    .record({
      days: fc
        .uniqueArray(fc.integer({ min: -10, max: 15 }), { maxLength: 6 })
        .map((days) => days.sort((one, other) => one - other)),
      weekly: fc.boolean(),
      most: fc.integer({ min: 1, max: 6 }),
    })
    .filter(({ days, weekly }) => weekly || days.length > 0),
  { freq: 8 },
);
const anyPlace = fc.constantFrom(
  { zone: "Europe/Berlin", country: "DE" },
  { zone: "America/New_York", country: "US" },
  { zone: "Australia/Lord_Howe", country: "AU" },
  { zone: "Asia/Riyadh", country: "SA" },
);
const anyDay = (from: Temporal.PlainDate, min: number, max: number) =>
  fc.integer({ min, max }).map((days) => from.add({ days }));

const anyPerson = fc
  .tuple(
    anyPlace,
    fc.integer({ min: 0, max: 700 }).map((days) => day("2026-01-01").add({ days })),
  )
  .chain(([{ zone, country }, start]) =>
    fc
      .array(
        fc.record({
          dueOn: fc.option(anyDay(start, -20, 30), { freq: 8 }),
          waitingSince: fc.option(anyDay(start, -5, 25), { freq: 2 }),
          snoozedUntil: fc.option(anyDay(start, -3, 20), { freq: 3 }),
          cadence: anyCadence,
          remindersSent: fc.integer({ min: 0, max: 3 }),
          isActionable: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map(
        (drafts): Person => ({
          now: start.toZonedDateTime({ timeZone: zone }).toInstant(),
          zone,
          calendar: { country },
          lastSentOn: null,
          steps: drafts.map(
            (draft, at): ReminderStep => ({
              ...draft,
              id: `s${at}`,
              status: "todo",
              lastRemindedOn: draft.remindersSent > 0 ? start.subtract({ days: 1 }) : null,
              scheduledAt: null,
              heldOn: null,
            }),
          ),
        }),
      ),
  );

const until = ({ now, zone }: Person) => now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 60 });
const nothingHeld = () => false;

test("what is foreseen keeps every promise: working days, once a day, no more than the cadence's most, nothing while put off", () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const foreseen = foreseeReminders(person, until(person), nothingHeld);
      const days = foreseen.map((mail) => mail.day.toString());
      expect(days).toEqual([...new Set(days)].sort());
      for (const { day: on, items } of foreseen) {
        expect(isWorkingDay(on, person.calendar)).toBe(true);
        expect(items.length).toBeGreaterThan(0);
        for (const { stepId } of items) {
          const step = person.steps.find(({ id }) => id === stepId);
          expect(step?.isActionable).toBe(true);
          if (step?.snoozedUntil) expect(isUpTo(step.snoozedUntil, on)).toBe(true);
        }
      }
      for (const { id, cadence, remindersSent, snoozedUntil } of person.steps) {
        const told = foreseen.flatMap(({ items }) => items.filter(({ stepId }) => stepId === id));
        // Whoever puts a step off asks for one on that day.
        const left = Math.max((cadence?.most ?? 0) - remindersSent, snoozedUntil ? 1 : 0);
        expect(told.length).toBeLessThanOrEqual(Math.max(0, Math.min(left, mostReminders - remindersSent)));
        expect(told.slice(0, -1).some(({ isLast }) => isLast)).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test("what is foreseen is what looking every hour would send", () => {
  fc.assert(
    fc.property(anyPerson, (person) => {
      const last = until(person).subtract({ days: 40 });
      const foreseen = foreseeReminders(person, last, nothingHeld).map(({ day: on, items }) => [
        on.toString(),
        items.map(({ stepId }) => stepId),
      ]);
      const sent: unknown[] = [];
      let current = person;
      for (let hours = 0; hours <= 21 * 24; hours++) {
        current = { ...current, now: person.now.add({ hours }) };
        const { sendNow } = planReminder(current);
        if (!sendNow || !isUpTo(sendNow.localDay, last)) continue;
        const ids = sendNow.items.map(({ stepId }) => stepId);
        sent.push([sendNow.localDay.toString(), ids]);
        current = {
          ...current,
          lastSentOn: sendNow.localDay,
          steps: current.steps.map((step) =>
            ids.includes(step.id)
              ? { ...step, remindersSent: step.remindersSent + 1, lastRemindedOn: sendNow.localDay }
              : step,
          ),
        };
      }
      expect(foreseen).toEqual(sent);
    }),
    { numRuns: 15 },
  );
});

test("holding one mail takes nothing else away, and does not send it on another day for the same day of the cadence", () => {
  fc.assert(
    fc.property(anyPerson, fc.nat(5), (person, which) => {
      const before = foreseeReminders(person, until(person), nothingHeld);
      const held = before[which % Math.max(1, before.length)];
      if (!held) return;
      const after = foreseeReminders(person, until(person), (_, on) => on.equals(held.day));
      expect(after.slice(0, before.indexOf(held)).map(({ day: on }) => `${on}`)).toEqual(
        before.slice(0, before.indexOf(held)).map(({ day: on }) => `${on}`),
      );
      const same = after.find(({ day: on }) => on.equals(held.day));
      expect(same?.items.map(({ stepId, isHeld }) => [stepId, isHeld])).toEqual(
        held.items.map(({ stepId }) => [stepId, true]),
      );
      for (const { day: on, items } of after) {
        if (!on.equals(held.day)) expect(items.every(({ isHeld }) => !isHeld)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
