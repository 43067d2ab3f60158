import Holidays from "date-holidays";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import {
  addWorkingDays,
  countryTimeZone,
  isKnownZone,
  isWorkingDay,
  lastWorkingDayUpTo,
  localDate,
  localMorning,
  nextMorningAtWork,
  weekendOf,
  workingDaysBetween,
} from "@/server/domain/calendar";

// Property tests share two cores with the rest of the suite.
vi.setConfig({ testTimeout: 30_000 });

const day = (text: string) => Temporal.PlainDate.from(text);
const germany = { country: "DE" };

const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => day("2022-01-01").add({ days }));
const anyCalendar = fc.constantFrom(
  { country: "DE" },
  { country: "DE", region: "BY" },
  { country: "US" },
  { country: "SA" },
  { country: "IL" },
  { country: "JP" },
  { country: "ZZ" },
);

describe("working days", () => {
  test.each([
    ["a Wednesday", "2026-11-25", germany, true],
    ["a Saturday", "2026-11-28", germany, false],
    ["German unity on a Saturday has no substitute: the Monday is worked", "2026-10-05", germany, true],
    ["Good Friday", "2026-04-03", germany, false],
    ["Corpus Christi in Germany at large", "2026-06-04", germany, true],
    ["Corpus Christi in Bavaria", "2026-06-04", { country: "DE", region: "BY" }, false],
    ["an unknown region has its country's holidays", "2026-04-03", { country: "DE", region: "ZZ" }, false],
    ["Thanksgiving", "2026-11-26", { country: "US" }, false],
    ["the substitute Monday for Boxing Day in England", "2026-12-28", { country: "GB", region: "ENG" }, false],
    ["a Friday in Saudi Arabia", "2026-11-27", { country: "SA" }, false],
    ["a Sunday in Saudi Arabia", "2026-11-29", { country: "SA" }, true],
    ["the third day of Eid al-Adha in Saudi Arabia", "2026-05-28", { country: "SA" }, false],
    ["a Friday in the Emirates, since 2022", "2026-11-27", { country: "AE" }, true],
    ["a Thursday in Afghanistan", "2026-11-26", { country: "AF" }, false],
    ["a half holiday in China is worked", "2026-05-04", { country: "CN" }, true],
    ["Christmas in a country that is not known", "2026-12-25", { country: "ZZ" }, true],
    ["a country's code in small letters", "2026-04-03", { country: "de" }, false],
    ["a first of January in the year 1", "0001-01-01", germany, true],
    ["a Christmas after the rules end", "9999-12-25", { country: "IR" }, true],
    ["a hostile country", "2026-11-25", { country: "__proto__" }, true],
  ])("%s", (_, date, calendar, expected) => {
    expect(isWorkingDay(day(date), calendar)).toBe(expected);
  });

  test("counting leaves out weekends and holidays", () => {
    expect(addWorkingDays(day("2026-12-23"), 2, germany).toString()).toBe("2026-12-28");
    expect(addWorkingDays(day("2026-12-28"), -2, germany).toString()).toBe("2026-12-23");
    expect(addWorkingDays(day("2026-12-25"), 0, germany).toString()).toBe("2026-12-28");
    expect(lastWorkingDayUpTo(day("2026-12-27"), germany).toString()).toBe("2026-12-24");
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 5001])("%s is not a count of days", (count) => {
    expect(() => addWorkingDays(day("2026-11-23"), count, germany)).toThrow(RangeError);
  });

  test("whatever is counted lands on a working day, and as far away as was asked", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), anyCalendar, (date, count, calendar) => {
        const landed = addWorkingDays(date, count, calendar);
        expect(isWorkingDay(landed, calendar)).toBe(true);
        if (count !== 0) expect(workingDaysBetween(date, landed, calendar)).toBe(count);
      }),
    );
  });

  test("over more than ten years only weekends are left out, either way", () => {
    const [from, in73Years] = [day("2026-11-30"), day("2099-11-30")];
    const weekdays = Math.floor((from.until(in73Years).days * 5) / 7);
    expect(Math.abs(workingDaysBetween(from, in73Years, germany) - weekdays)).toBeLessThan(3);
    expect(workingDaysBetween(in73Years, from, germany)).toBeLessThan(-weekdays + 3);
    expect(workingDaysBetween(from, day("2036-11-28"), germany)).toBeLessThan(Math.floor((3651 * 5) / 7) - 60);
  });

  test("going forth and back again returns to the same working day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), anyCalendar, (date, count, calendar) => {
        const worked = addWorkingDays(date, 0, calendar);
        expect(addWorkingDays(addWorkingDays(worked, count, calendar), -count, calendar).equals(worked)).toBe(true);
      }),
    );
  });

  test("a later day or a larger count never lands earlier", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.nat(60), fc.nat(30), anyCalendar, (date, later, count, more, calendar) => {
        const landed = addWorkingDays(date, count, calendar);
        expect(
          Temporal.PlainDate.compare(addWorkingDays(date.add({ days: later }), count, calendar), landed),
        ).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(addWorkingDays(date, count + more, calendar), landed)).toBeGreaterThanOrEqual(
          0,
        );
      }),
    );
  });
});

describe("places", () => {
  test.each([
    ["DE", "Europe/Berlin"],
    ["us", "America/New_York"],
    ["AU", "Australia/Sydney"],
    ["BR", "America/Sao_Paulo"],
    ["ZZ", "UTC"],
    ["", "UTC"],
  ])("an office in %s is in %s", (country, zone) => {
    expect(countryTimeZone(country)).toBe(zone);
    expect(isKnownZone(zone)).toBe(true);
  });

  test("of a country with several offsets, an office is where its largest city is", () => {
    const offset = (zone: string, month: number) =>
      Temporal.PlainDateTime.from({ year: 2026, month, day: 1 }).toZonedDateTime(zone).offset;
    const spread = Object.keys(new Holidays().getCountries()).filter((country) => {
      const listed = new Holidays(country).getTimezones() ?? [];
      return new Set(listed.map((zone) => `${offset(zone, 1)} ${offset(zone, 7)}`)).size > 1;
    });
    expect(Object.fromEntries(spread.map((country) => [country, countryTimeZone(country)]))).toEqual({
      AU: "Australia/Sydney",
      BR: "America/Sao_Paulo",
      CA: "America/Toronto",
      CD: "Africa/Kinshasa",
      CL: "America/Santiago",
      CN: "Asia/Shanghai",
      EC: "America/Guayaquil",
      ES: "Europe/Madrid",
      GL: "America/Godthab",
      ID: "Asia/Jakarta",
      MX: "America/Mexico_City",
      NZ: "Pacific/Auckland",
      PT: "Europe/Lisbon",
      RU: "Europe/Moscow",
      US: "America/New_York",
    });
  });

  test("weekends differ", () => {
    expect(weekendOf("EG")).toEqual([5, 6]);
    expect(weekendOf("FR")).toEqual([6, 7]);
  });

  test.each(["", "Mars/Olympus", "+02:00", "Europe/Berlin\n", "__proto__", "🌍"])(
    "%j is no zone; it counts as UTC",
    (zone) => {
      expect(isKnownZone(zone)).toBe(false);
      expect(localMorning(day("2026-07-01"), zone).toString()).toBe("2026-07-01T08:00:00Z");
      expect(localDate(Temporal.Instant.from("2026-07-01T23:59:00Z"), zone).toString()).toBe("2026-07-01");
    },
  );
});

describe("local mornings", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29", "2026-03-29T06:00:00Z"],
    ["Europe/Berlin", "2026-10-25", "2026-10-25T07:00:00Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T12:00:00Z"],
    ["America/New_York", "2026-11-01", "2026-11-01T13:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04", "2026-10-03T21:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-05", "2026-04-04T21:30:00Z"],
  ])("in %s it is eight on %s, the day that the clocks change, at %s", (zone, date, instant) => {
    expect(localMorning(day(date), zone).toString()).toBe(instant);
  });

  test.each([
    ["Europe/Berlin", "2026-03-29", 2, "2026-03-29T01:00:00Z"],
    ["Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:00:00Z"],
    ["America/New_York", "2026-03-08", 2, "2026-03-08T07:00:00Z"],
    ["America/New_York", "2026-11-01", 1, "2026-11-01T05:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04", 2, "2026-10-03T15:30:00Z"],
  ])("an hour that is skipped or comes twice in %s on %s is one instant", (zone, date, hour, instant) => {
    expect(localMorning(day(date), zone, hour).toString()).toBe(instant);
  });

  test("a morning is on its own date, and mornings follow each other by 23 to 25 hours", () => {
    const zones = [
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "America/Havana",
      "Pacific/Apia",
      "Asia/Kathmandu",
    ];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (date, zone) => {
        const morning = localMorning(date, zone);
        expect(localDate(morning, zone).equals(date)).toBe(true);
        const hours = morning.until(localMorning(date.add({ days: 1 }), zone)).total("hours");
        expect(hours).toBeGreaterThanOrEqual(23);
        expect(hours).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe("when work goes on", () => {
  const berlin = { zone: "Europe/Berlin", calendar: { country: "DE" } };
  test.each([
    ["in the afternoon", "2026-12-01T14:00:00Z", null],
    ["just before six", "2026-12-01T16:59:59Z", null],
    ["at six", "2026-12-01T17:00:00Z", "2026-12-02T07:00:00.000Z"],
    ["before eight", "2026-12-01T05:00:00Z", "2026-12-01T07:00:00.000Z"],
    ["on a Friday evening", "2026-12-04T20:00:00Z", "2026-12-07T07:00:00.000Z"],
    ["on a Saturday at noon", "2026-12-05T11:00:00Z", "2026-12-07T07:00:00.000Z"],
    ["on Christmas morning", "2026-12-25T06:00:00Z", "2026-12-28T07:00:00.000Z"],
  ])("%s", (_, now, morning) => {
    expect(nextMorningAtWork(new Date(now), berlin)?.toISOString() ?? null).toBe(morning);
  });
});
