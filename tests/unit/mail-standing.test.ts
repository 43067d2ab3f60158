import { expect, test } from "vitest";
import { barOf } from "@/server/domain/delivery/barred";
import { mustPause } from "@/server/domain/delivery/health-of-mail";
import { type Purpose, purposeOf } from "@/server/domain/delivery/purpose";
import { templates } from "@/server/mail/templates";

test("a workspace is paused above four bounces in a hundred", () => {
  expect(mustPause({ sent: 100, bounced: 4, complained: 0 })).toBe(false);
  expect(mustPause({ sent: 100, bounced: 5, complained: 0 })).toBe(true);
});

test("a workspace is paused above three complaints in a thousand, and never for a single one", () => {
  expect(mustPause({ sent: 1000, bounced: 0, complained: 3 })).toBe(false);
  expect(mustPause({ sent: 1000, bounced: 0, complained: 4 })).toBe(true);
  expect(mustPause({ sent: 100, bounced: 0, complained: 1 })).toBe(false);
  expect(mustPause({ sent: 100, bounced: 0, complained: 2 })).toBe(true);
});

test("few mails say nothing", () => {
  expect(mustPause({ sent: 3, bounced: 1, complained: 0 })).toBe(false);
  expect(mustPause({ sent: 49, bounced: 49, complained: 49 })).toBe(false);
  expect(mustPause({ sent: 0, bounced: 0, complained: 0 })).toBe(false);
});

test("who complained still gets what they ask for, whose address is dead gets nothing", () => {
  expect(barOf("asked for", "complaint", true)).toBeNull();
  expect(barOf("offer", "complaint", false)).toMatchObject({ isDeadAddress: false });
  expect(barOf("asked for", "bounce", false)).toMatchObject({ isDeadAddress: true });
});

test("a pause leaves out what is told anew tomorrow, and nothing else", () => {
  expect(barOf("told", undefined, true)).not.toBeNull();
  for (const purpose of ["asked for", "offer", "needed"] as const) expect(barOf(purpose, undefined, true)).toBeNull();
});

test("each template is known for what it is for", () => {
  const of = (purpose: Purpose) => Object.keys(templates).filter((name) => purposeOf(name) === purpose);
  expect(of("asked for").sort()).toEqual(["invitation-code", "sign-in", "step-code"]);
  expect(of("offer").sort()).toEqual(["invitation", "invitation-reminder", "meeting", "workspace-invitation"]);
  expect(of("told")).toEqual(expect.arrayContaining(["notification", "step-reminder"]));
});
