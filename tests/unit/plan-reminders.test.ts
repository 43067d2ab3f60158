import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { type Person, planReminder, type ReminderStep } from "@/server/domain/reminder/plan-reminders";
import { usualCadence } from "@/server/domain/reminder/schemas";

const day = (text: string) => Temporal.PlainDate.from(text);
const berlin = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).toInstant();
const step = (over: Partial<ReminderStep> = {}): ReminderStep => ({
  id: "step",
  dueOn: day("2026-09-16"),
  status: "todo",
  isActionable: true,
  remindersSent: 0,
  lastRemindedOn: null,
  scheduledAt: berlin("2026-08-03T10:00"),
  cadence: usualCadence,
  snoozedUntil: null,
  heldOn: null,
  waitingSince: null,
  ...over,
});
const plan = (at: string, steps: ReminderStep[], over: Partial<Person> = {}) =>
  planReminder({
    now: berlin(at),
    zone: "Europe/Berlin",
    calendar: { country: "DE" },
    lastSentOn: null,
    steps,
    ...over,
  });
const sent = (at: string, steps: ReminderStep[], over: Partial<Person> = {}) =>
  plan(at, steps, over).sendNow?.items ?? [];

/** Every morning at nine, what is sent to a person who never does anything. */
function mailsOn(first: string, days: number, begin: ReminderStep) {
  let current = begin;
  let lastSentOn: Temporal.PlainDate | null = null;
  const mails: string[] = [];
  for (let index = 0; index < days; index++) {
    const today = day(first).add({ days: index });
    const item = sent(`${today}T09:00`, [current], { lastSentOn })[0];
    if (!item) continue;
    mails.push(`${today} ${item.reason}`);
    lastSentOn = today;
    current = { ...current, remindersSent: current.remindersSent + 1, lastRemindedOn: today };
  }
  return { mails, last: current };
}

describe("the cadence", () => {
  test("3 working days before, on the day, 2 and 5 after, then weekly: six in all, then a stall", () => {
    const { mails, last } = mailsOn("2026-09-01", 90, step());
    expect(mails).toEqual([
      "2026-09-11 soon",
      "2026-09-16 due",
      "2026-09-18 overdue",
      "2026-09-23 overdue",
      "2026-09-30 overdue",
      "2026-10-07 overdue",
    ]);
    expect(plan("2026-10-08T09:00", [last])).toEqual({ sendNow: null, nextAt: null, stalled: ["step"] });
    expect(plan("2026-10-08T09:00", [{ ...last, status: "done" }]).stalled).toEqual([]);
    expect(plan("2026-10-08T09:00", [{ ...last, remindersSent: 5 }]).stalled).toEqual([]);
  });

  test("over Christmas it keeps to working days", () => {
    expect(mailsOn("2026-12-01", 60, step({ dueOn: day("2026-12-23") })).mails).toEqual([
      "2026-12-18 soon",
      "2026-12-23 due",
      "2026-12-28 overdue",
      "2026-12-31 overdue",
      "2027-01-07 overdue",
      "2027-01-14 overdue",
    ]);
  });

  test("a step due on a Saturday is reminded of on the Wednesday before and on the Monday after", () => {
    expect(mailsOn("2026-09-01", 22, step({ dueOn: day("2026-09-19") })).mails).toEqual([
      "2026-09-16 soon",
      "2026-09-21 overdue",
    ]);
  });

  test("a step that was set to tomorrow is reminded of tomorrow, once", () => {
    const fresh = step({ dueOn: day("2026-09-16"), scheduledAt: berlin("2026-09-15T08:30") });
    expect(sent("2026-09-15T08:31", [fresh])).toEqual([]);
    expect(plan("2026-09-15T08:31", [fresh]).nextAt).toEqual(berlin("2026-09-16T08:00"));
    expect(mailsOn("2026-09-15", 3, fresh).mails).toEqual(["2026-09-16 due"]);
  });

  test("a step without a due date is never reminded of", () => {
    expect(plan("2026-09-16T09:00", [step({ dueOn: null })])).toEqual({ sendNow: null, nextAt: null, stalled: [] });
  });
});

describe("the morning", () => {
  test.each([
    ["2026-09-16T07:59:59", false],
    ["2026-09-16T08:00", true],
    ["2026-09-16T10:59:59", true],
    ["2026-09-16T11:00", false],
    ["2026-09-16T23:00", false],
  ])("at %s a mail may leave: %s", (at, isSent) => {
    expect(sent(at, [step({ lastRemindedOn: day("2026-09-11") })]).length > 0).toBe(isSent);
  });

  test("before it, one looks again at eight; after it, on the next working day at eight", () => {
    const due = step({ dueOn: day("2026-09-18"), lastRemindedOn: day("2026-09-15") });
    expect(plan("2026-09-18T05:00", [due]).nextAt).toEqual(berlin("2026-09-18T08:00"));
    expect(plan("2026-09-18T11:00", [due]).nextAt).toEqual(berlin("2026-09-21T08:00"));
  });

  test("not on a holiday of theirs", () => {
    const due = step({ dueOn: day("2026-11-26"), scheduledAt: null, lastRemindedOn: day("2026-11-23") });
    expect(sent("2026-11-26T09:00", [due], { calendar: { country: "US" } })).toEqual([]);
    expect(sent("2026-11-27T09:00", [due], { calendar: { country: "US" } })).toEqual([
      { stepId: "step", reason: "overdue" },
    ]);
  });

  test("an unknown zone has its morning in UTC", () => {
    const at = { now: Temporal.Instant.from("2026-09-16T08:00Z"), zone: "Mars/Olympus" };
    expect(sent("2026-09-16T08:00", [step()], at)).toHaveLength(1);
  });
});

describe("one mail a day", () => {
  test("lists all that the cadence asks for, and names what else is open without counting it", () => {
    const steps = [
      step({ id: "overdue", dueOn: day("2026-09-14"), lastRemindedOn: day("2026-09-14"), remindersSent: 2 }),
      step({ id: "due" }),
      step({ id: "soon", dueOn: day("2026-09-18"), lastRemindedOn: day("2026-09-15"), remindersSent: 1 }),
      step({ id: "later", dueOn: day("2026-10-18") }),
    ];
    expect(plan("2026-09-16T08:00", steps).sendNow).toEqual({
      localDay: day("2026-09-16"),
      items: [
        { stepId: "overdue", reason: "overdue" },
        { stepId: "due", reason: "due" },
      ],
      alsoOpen: [{ stepId: "soon", reason: "soon" }],
      last: [],
    });
  });

  test("after a mail nothing more goes out on that day, and what was missed waits for the next", () => {
    const after = plan("2026-09-16T09:00", [step()], { lastSentOn: day("2026-09-16") });
    expect(after.sendNow).toBeNull();
    expect(after.nextAt).toEqual(berlin("2026-09-17T08:00"));
  });

  test("someone who flew west over the date line gets none for a day they had already", () => {
    const now = Temporal.Instant.from("2026-09-16T19:00Z");
    const honolulu = { now, zone: "Pacific/Honolulu", lastSentOn: day("2026-09-17") };
    const { sendNow, nextAt } = planReminder({
      ...honolulu,
      calendar: { country: "US" },
      steps: [step({ scheduledAt: null })],
    });
    expect(sendNow).toBeNull();
    expect(nextAt?.toString()).toBe("2026-09-18T18:00:00Z");
  });
});

describe("mornings that were missed", () => {
  test("are made up for by one mail on the next one, and the cadence goes on from there", () => {
    expect(mailsOn("2026-09-17", 8, step()).mails).toEqual([
      "2026-09-17 overdue",
      "2026-09-18 overdue",
      "2026-09-23 overdue",
    ]);
  });

  test("months of them, too, by one", () => {
    expect(mailsOn("2027-02-01", 4, step()).mails).toEqual(["2027-02-01 overdue", "2027-02-03 overdue"]);
  });
});

describe("rescheduling", () => {
  test("to today, in the morning, sends nothing; two working days later it is overdue", () => {
    const moved = step({ dueOn: day("2026-09-16"), scheduledAt: berlin("2026-09-16T09:00") });
    expect(mailsOn("2026-09-16", 3, moved).mails).toEqual(["2026-09-18 overdue"]);
  });

  test("to today before the morning is in time for it", () => {
    const moved = step({ scheduledAt: berlin("2026-09-16T06:00") });
    expect(sent("2026-09-16T08:00", [moved])).toEqual([{ stepId: "step", reason: "due" }]);
  });

  test("to a day long past sends nothing at once, and then goes on weekly", () => {
    const moved = step({ dueOn: day("2026-06-10"), scheduledAt: berlin("2026-09-15T14:00") });
    expect(mailsOn("2026-09-15", 30, moved).mails).toEqual([
      "2026-09-16 overdue",
      "2026-09-23 overdue",
      "2026-09-30 overdue",
      "2026-10-07 overdue",
      "2026-10-14 overdue",
    ]);
  });
});

describe("waiting", () => {
  test("whoever cannot act is left alone, and is told on the next morning once they can", () => {
    const held = step({ isActionable: false });
    expect(plan("2026-09-16T09:00", [held])).toEqual({ sendNow: null, nextAt: null, stalled: [] });
    expect(sent("2026-09-17T08:00", [{ ...held, isActionable: true }])).toEqual([
      { stepId: "step", reason: "overdue" },
    ]);
  });

  test("whoever holds others up is told from the day on which those wanted to be done", () => {
    const holding = step({ dueOn: day("2026-10-20"), waitingSince: day("2026-09-16") });
    expect(mailsOn("2026-09-01", 24, holding).mails).toEqual([
      "2026-09-16 waiting",
      "2026-09-18 waiting",
      "2026-09-23 waiting",
    ]);
    expect(mailsOn("2026-09-01", 24, step({ dueOn: null, waitingSince: day("2026-09-16") })).mails).toHaveLength(3);
  });

  test("one's own due date comes first when it is earlier", () => {
    expect(mailsOn("2026-09-01", 20, step({ waitingSince: day("2026-09-18") })).mails).toEqual([
      "2026-09-11 soon",
      "2026-09-16 due",
      "2026-09-18 overdue",
    ]);
  });

  test.each(["blocked", "done", "dropped"] as const)("a step that is %s is not reminded of", (status) => {
    expect(plan("2026-09-16T09:00", [step({ status })]).sendNow).toBeNull();
  });
});

describe("a step that its owner puts off", () => {
  const asked = { snoozedUntil: day("2026-10-14"), lastRemindedOn: day("2026-09-16") };
  const on = (date: string, over: Partial<ReminderStep>) => plan(`${date}T09:00`, [step({ ...asked, ...over })]);

  test.each([
    ["whose cadence is used up", { cadence: { ...usualCadence, most: 1 }, remindersSent: 1 }],
    ["whose cadence has no days left", { cadence: { days: [0], weekly: false, most: 6 }, remindersSent: 1 }],
    ["whose reminders are switched off", { cadence: null, remindersSent: 1 }],
  ] as const)("%s, is reminded of once more on that day", (_, over) => {
    const cadence = over.cadence && { ...over.cadence, days: [...over.cadence.days] };
    expect(on("2026-09-18", { ...over, cadence })).toMatchObject({ sendNow: null, stalled: [] });
    expect(on("2026-09-18", { ...over, cadence }).nextAt).toEqual(berlin("2026-10-14T08:00"));
    expect(on("2026-10-14", { ...over, cadence }).sendNow?.items).toEqual([{ stepId: "step", reason: "overdue" }]);
    const after = { ...over, cadence, remindersSent: 2, lastRemindedOn: day("2026-10-14") };
    expect(on("2026-10-15", after).sendNow).toBeNull();
  });

  test("after six reminders is not", () => {
    const over = { remindersSent: 6 };
    expect(on("2026-10-14", over)).toMatchObject({ sendNow: null, stalled: ["step"] });
  });

  test("until a day before it got its present date is not", () => {
    const over = { cadence: null, scheduledAt: berlin("2026-10-20T10:00") };
    expect(on("2026-10-21", over)).toMatchObject({ sendNow: null, nextAt: null });
  });
});
