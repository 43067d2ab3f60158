import { describe, expect, test } from "vitest";
import { chasesAhead, nextChase, waitsUntil } from "@/server/domain/access/chase-dates";
import { resendAt } from "@/server/domain/access/resend-gap";
import { morningZone, placeOfAddress } from "@/server/domain/calendar";

const berlin = { zone: "Europe/Berlin", calendar: { country: "DE" } };
const at = (instant: string) => new Date(instant);

describe("sending an invitation again asks for a longer wait each time", () => {
  const mailedAt = at("2026-11-23T10:00:00Z");
  test.each([
    [0, "2026-11-23T11:00:00Z"],
    [1, "2026-11-24T10:00:00Z"],
    [2, "2026-11-26T10:00:00Z"],
    [3, "2026-11-30T10:00:00Z"],
    [9, "2026-11-30T10:00:00Z"],
  ])("after %i times", (resends, from) => {
    expect(resendAt({ mailedAt, resends })).toEqual(at(from));
  });

  test("one that was never sent can be sent", () => {
    expect(resendAt({ mailedAt: null, resends: 0 })).toBeNull();
  });
});

describe("an unopened invitation is chased", () => {
  const invitedAt = at("2026-11-27T15:00:00Z");

  test("2 and 5 working days after it went out, and given up after 8, at eight in the morning", () => {
    const days = [0, 1, 2, 3].map(
      (sent) => nextChase(berlin, { invitedAt, sent, lastAt: null })?.toISOString() ?? null,
    );
    // A Friday: the weekends in between are no working days.
    expect(days).toEqual(["2026-12-01T07:00:00.000Z", "2026-12-04T07:00:00.000Z", "2026-12-09T07:00:00.000Z", null]);
  });

  test("over holidays, and over a change of the clock", () => {
    const beforeChristmas = nextChase(berlin, { invitedAt: at("2026-12-23T09:00:00Z"), sent: 0, lastAt: null });
    expect(beforeChristmas).toEqual(at("2026-12-28T07:00:00Z"));
    // Good Friday and Easter Monday are free, and the clock changes between them.
    const beforeSummerTime = nextChase(berlin, { invitedAt: at("2027-03-25T09:00:00Z"), sent: 0, lastAt: null });
    expect(beforeSummerTime).toEqual(at("2027-03-31T06:00:00Z"));
  });

  test("never twice within two working days, however late the one before was", () => {
    const lastAt = at("2026-12-04T07:05:00Z");
    expect(nextChase(berlin, { invitedAt, sent: 1, lastAt })).toEqual(at("2026-12-08T07:00:00Z"));
  });

  test.each([
    ["too early", "2026-12-01T06:59:00Z", "2026-12-01T07:00:00Z"],
    ["at eight", "2026-12-01T07:00:00Z", null],
    ["just before eleven", "2026-12-01T09:59:59Z", null],
    ["at eleven", "2026-12-01T10:00:00Z", "2026-12-02T07:00:00Z"],
    ["on a Friday night", "2026-12-04T22:00:00Z", "2026-12-07T07:00:00Z"],
    ["on a Saturday", "2026-12-05T08:00:00Z", "2026-12-07T07:00:00Z"],
    ["on New Year's Day", "2027-01-01T08:00:00Z", "2027-01-04T07:00:00Z"],
  ])("only in the morning: %s", (_, now, until) => {
    expect(waitsUntil(berlin, at(now))).toEqual(until && at(until));
  });
});

describe("the reminders of an invitation to come", () => {
  const invitedAt = at("2026-11-23T10:00:00Z");
  const dueAt = at("2026-11-25T07:00:00Z");
  const ahead = (now: string, given: { sent?: number; dueAt?: Date; clock?: typeof berlin } = {}) =>
    chasesAhead(given.clock ?? berlin, { invitedAt, sent: given.sent ?? 0, dueAt: given.dueAt ?? dueAt }, at(now));

  test("are two, each on its day", () => {
    expect(ahead("2026-11-23T10:00:00Z")).toEqual([
      { number: 1, day: "2026-11-25" },
      { number: 2, day: "2026-11-30" },
    ]);
  });

  test("are one once the first went, and none once both did", () => {
    const next = at("2026-11-30T07:00:00Z");
    expect(ahead("2026-11-26T10:00:00Z", { sent: 1, dueAt: next })).toEqual([{ number: 2, day: "2026-11-30" }]);
    expect(ahead("2026-12-01T10:00:00Z", { sent: 2, dueAt: next })).toEqual([]);
  });

  test("wait for the next morning when nobody sent them, and keep apart", () => {
    expect(ahead("2026-11-27T12:00:00Z")).toEqual([
      { number: 1, day: "2026-11-30" },
      { number: 2, day: "2026-12-02" },
    ]);
  });

  test("by the morning where the reader is", () => {
    const auckland = { zone: "Pacific/Auckland", calendar: { country: "DE" } };
    expect(ahead("2026-11-23T10:00:00Z", { clock: auckland })[0]).toEqual({ number: 1, day: "2026-11-26" });
  });
});

describe("where an address is", () => {
  const plan = { country: "DE", timeZone: "Europe/Berlin" };
  test.each([
    ["hana@kunde.co.jp", "Asia/Tokyo", "JP"],
    ["jo@firm.co.uk", "Europe/London", "GB"],
    ["ana@kunde.de", "Europe/Berlin", "DE"],
    ["ana@customer.com", "Europe/Berlin", "DE"],
    ["ana@startup.io", "Europe/Berlin", "DE"],
    ["ana@startup.ai", "Europe/Berlin", "DE"],
    ["ana@nowhere.zz", "Europe/Berlin", "DE"],
    ["ana@customer.test", "Europe/Berlin", "DE"],
    ["ken@sub.hoshino.co.jp", "Asia/Tokyo", "JP"],
    ["anil@firm.com.np", "Asia/Kathmandu", "NP"],
    ["ivana@tvrtka.hr", "Europe/Zagreb", "HR"],
    ["odd@x.constructor", "Europe/Berlin", "DE"],
  ])("%s", (email, zone, country) => {
    expect(placeOfAddress(email, plan)).toEqual({ zone, calendar: { country } });
    expect(morningZone(null, email, plan)).toBe(zone);
  });

  const perth = { country: "AU", timeZone: "Australia/Perth" };
  test.each([
    ["a@x.com.au", perth, "Australia/Perth", "AU"],
    ["a@x.com.au", plan, "Australia/Sydney", "AU"],
    ["a@x.ca", { country: "CA", timeZone: "America/Vancouver" }, "America/Vancouver", "CA"],
    ["a@x.ca", perth, "America/Toronto", "CA"],
    ["a@x.us", { country: "US", timeZone: "America/Los_Angeles" }, "America/Los_Angeles", "US"],
    ["a@x.de", perth, "Europe/Berlin", "DE"],
  ])("%s, in the plan's country the plan's zone: %o", (email, of, zone, country) => {
    expect(placeOfAddress(email, of)).toEqual({ zone, calendar: { country } });
    expect(morningZone(null, email, of)).toBe(zone);
  });

  test("says less than what somebody chose, and more than the plan", () => {
    const american = { country: "US", timeZone: "America/New_York" };
    expect(morningZone("Asia/Tokyo", "p@x.de", american)).toBe("Asia/Tokyo");
    expect(morningZone("Mars/Olympus", "p@x.de", american)).toBe("Europe/Berlin");
    expect(morningZone(null, "p@x.com", american)).toBe("America/New_York");
    expect(morningZone(null, "p@x.com", { ...american, timeZone: "Mars/Olympus" })).toBe("UTC");
  });
});
