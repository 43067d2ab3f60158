import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlan, aStep } from "../support/factory";
import { beginOnFriday, live, longAgo, look, mails } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

// Thursday to Tuesday around each Sunday on which clocks change, for people whose working week has Sunday in it.
const changes = [
  ["Europe/Berlin", "2027-03-25", "SA", 60],
  ["Europe/Berlin", "2027-10-28", "SA", 60],
  ["America/New_York", "2027-03-11", "IL", 60],
  ["America/New_York", "2027-11-04", "SA", 60],
  ["Australia/Lord_Howe", "2027-04-01", "SA", 30],
  ["Australia/Lord_Howe", "2027-09-30", "SA", 30],
] as const;
for (const [timeZone, thursday, country, everyMinutes] of changes) {
  test(`around the change of clocks after ${thursday} in ${timeZone}: one reminder a working day, each at eight`, async () => {
    const plan = await aPlan({ country, timeZone });
    const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person: await aPerson({ timeZone }) });
    const days = [0, 1, 2, 3, 4, 5].map((count) => Temporal.PlainDate.from(thursday).add({ days: count }));
    for (const day of days) {
      await aStep(plan, { ownerId: buyer.participantId, dueOn: day.toString(), createdAt: longAgo });
    }
    await look(plan, buyer);
    const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant().toString();
    await live(
      midnight(days[0] as Temporal.PlainDate),
      midnight(Temporal.PlainDate.from(thursday).add({ days: 6 })),
      everyMinutes,
    );

    const worked = days.filter(({ dayOfWeek }) => dayOfWeek !== 5 && dayOfWeek !== 6).map(String);
    const sent = (await mails()).map(({ sent_at }) => localTime(sent_at, timeZone));
    expect(sent).toEqual(worked.map((day) => `${day} 08:00`));
    const taken = await owner()`select local_day::text from reminder_day order by 1`;
    expect(taken.map(({ local_day }) => local_day)).toEqual(worked);
  });
}

const localTime = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
    .replace("T", " ");
