import { beforeEach, describe, expect, test } from "vitest";
import { listEvents } from "@/server/domain/activity";
import { holdMail, previewMails, releaseMail } from "@/server/domain/foreseen";
import { tickReminders } from "@/server/domain/reminder";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import {
  aPlanOf,
  beginOnWednesday,
  digests,
  type Headed,
  MONDAY,
  NEXT_MONDAY,
  news,
  plansIn,
  theOneDigest,
  tick,
} from "../support/digests";
import { aParticipant, aPerson, aPlan, aStep, type TestParticipant } from "../support/factory";
import { deliver, look, mails } from "../support/reminders";

useDatabase();

let acme: Awaited<ReturnType<typeof beginOnWednesday>>;
beforeEach(async () => {
  acme = await beginOnWednesday();
});

const MONDAY_DAY = "2027-02-15";
const NEXT_MONDAY_DAY = "2027-02-22";

const leadOf = async (plan: Headed): Promise<TestParticipant> =>
  aParticipant(plan, {
    ...{ side: "buyer", role: "lead" },
    person: await aPerson({ name: "Priya Raman", timeZone: "Europe/Berlin", locale: "en" }),
  });

const digestsAhead = async (who: TestParticipant, { planId }: { planId: string }) =>
  (await previewMails.run(who, { planId })).mails.filter(({ kind }) => kind === "digest");
const daysOf = async (who: TestParticipant, plan: Headed, reader: TestParticipant) =>
  (await digestsAhead(who, plan))
    .filter(({ participantId }) => participantId === reader.participantId)
    .map(({ day }) => day);
const ofMonday = ({ planId, dana }: Headed, day = MONDAY_DAY) => ({
  ...{ planId, participantId: dana.participantId },
  ...{ kind: "digest", day },
});
const toDana = async () => [...(await digests())].filter(({ to }) => to === acme.dana.email);

test("both sides foresee the Mondays on which the digests of both then go", async () => {
  const orders = await aPlanOf(acme, "New orders");
  const lead = await leadOf(orders);
  await aParticipant(orders, { side: "buyer", role: "contributor" });
  await news(orders, "Answer the questions");
  for (const who of [lead, orders.dana]) {
    expect((await digestsAhead(who, orders)).map(({ name, day, mayHold }) => [day, name, mayHold])).toEqual([
      [MONDAY_DAY, "Dana Kim", who === orders.dana],
      [MONDAY_DAY, "Priya Raman", who === lead],
      [NEXT_MONDAY_DAY, "Dana Kim", who === orders.dana],
      [NEXT_MONDAY_DAY, "Priya Raman", who === lead],
    ]);
  }
  await tick("2027-02-15T07:20:00Z");
  expect(await digests()).toEqual([]);
  expect(await daysOf(lead, orders, lead)).toEqual([MONDAY_DAY, NEXT_MONDAY_DAY, "2027-03-01"]);
  setClock(MONDAY);
  expect(await daysOf(lead, orders, lead)).toEqual([MONDAY_DAY, NEXT_MONDAY_DAY, "2027-03-01"]);
  await tick(MONDAY);
  expect((await digests()).map(({ props }) => props.today)).toEqual([MONDAY_DAY, MONDAY_DAY]);
  expect(await daysOf(lead, orders, lead)).toEqual([NEXT_MONDAY_DAY, "2027-03-01"]);
});

test("who heads an older plan too gets all by its calendar, and nothing else of it is told", async () => {
  setClock("2027-03-17T09:00:00Z");
  // Monday 22 March is a day off in Japan.
  const older = await aPlanOf(acme, "Tokyo warehouse", { plan: { country: "JP", timeZone: "Asia/Tokyo" } });
  const orders = await aPlanOf(acme, "New orders");
  const lead = await leadOf(orders);
  await news(orders, "Answer the questions");
  const told = await previewMails.run(lead, { planId: orders.planId });
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${older.planId}|${older.dana.participantId}|Tokyo`));
  expect(await daysOf(lead, orders, orders.dana)).toEqual(["2027-03-23", "2027-03-29"]);
  expect(await daysOf(orders.dana, orders, lead)).toEqual(["2027-03-22", "2027-03-30"]);
  await tick("2027-03-22T07:35:00Z");
  expect((await digests()).map(({ to }) => to)).toEqual([lead.email]);
  await tick("2027-03-23T07:35:00Z");
  expect((await toDana()).map(({ props }) => props.today)).toEqual(["2027-03-23"]);
});

test("who had it this Monday, and goes where that morning is still to come, has no second one", async () => {
  const orders = await aPlanOf(acme, "New orders");
  await news(orders, "Answer the questions");
  await tick(MONDAY);
  await owner()`update person set time_zone = 'America/New_York' where id = ${acme.dana.personId}`;
  expect(await daysOf(orders.dana, orders, orders.dana)).toEqual([NEXT_MONDAY_DAY, "2027-03-01"]);
});

test("who muted the plan, wants no digest of it, or none at all, is not listed", async () => {
  const orders = await aPlanOf(acme, "New orders");
  const lead = await leadOf(orders);
  const chosen = { person_id: acme.dana.personId, plan_id: orders.planId, changed_at: new Date() };
  const { workspaceId } = orders;
  const ways = [
    () => owner()`insert into notification_choice ${owner()({ ...chosen, kind: "", choice: "off" })}`,
    () => owner()`insert into notification_choice ${owner()({ ...chosen, kind: "digest", choice: "off" })}`,
    () =>
      owner()`insert into mail_preference ${owner()({ workspace_id: workspaceId, person_id: acme.dana.personId, digests: false, changed_at: new Date() })}`,
  ];
  for (const way of ways) {
    await owner()`delete from notification_choice`;
    expect(await daysOf(lead, orders, orders.dana)).toEqual([MONDAY_DAY, NEXT_MONDAY_DAY]);
    await way();
    expect(await daysOf(lead, orders, orders.dana)).toEqual([]);
    expect(await daysOf(lead, orders, lead)).toEqual([MONDAY_DAY, NEXT_MONDAY_DAY]);
  }
});

describe("a digest that is held back", () => {
  test("says nothing of that plan, and the next one tells both weeks of it; other plans go", async () => {
    const orders = await aPlanOf(acme, "New orders");
    const rota = await aPlanOf(acme, "Paper rota");
    await news(orders, "Answer the questions");
    await news(rota, "Load test");
    const { mails: shown } = await holdMail.run(orders.dana, ofMonday(orders));
    expect(shown.filter(({ kind }) => kind === "digest")).toMatchObject([
      { day: MONDAY_DAY, isHeld: true, heldByName: "Dana Kim" },
      { day: NEXT_MONDAY_DAY, isHeld: false, heldByName: null },
    ]);
    await tick(MONDAY);
    await deliver();
    expect(plansIn(await theOneDigest())).toEqual(["Paper rota"]);

    setClock("2027-02-17T09:00:00Z");
    await news(orders, "Send the draft");
    await owner()`delete from mail`;
    await tick(NEXT_MONDAY);
    await deliver();
    const { text } = await theOneDigest();
    expect(text).toContain("Answer the questions");
    expect(text).toContain("Send the draft");
  });

  test("sends no mail at all where it is the reader's only plan, and comes the week after", async () => {
    const orders = await aPlanOf(acme, "New orders");
    await news(orders, "Answer the questions");
    await holdMail.run(orders.dana, ofMonday(orders));
    await tick(MONDAY);
    await tick("2027-02-15T09:00:00Z");
    expect(await digests()).toEqual([]);
    expect(await daysOf(orders.dana, orders, orders.dana)).toEqual([NEXT_MONDAY_DAY, "2027-03-01"]);
    await tick(NEXT_MONDAY);
    await deliver();
    expect((await theOneDigest()).text).toContain("Answer the questions");
  });

  test("goes after all once it is let out, and what is past can't be", async () => {
    const orders = await aPlanOf(acme, "New orders");
    await news(orders, "Answer the questions");
    await holdMail.run(orders.dana, ofMonday(orders));
    await holdMail.run(orders.dana, ofMonday(orders, NEXT_MONDAY_DAY));
    await releaseMail.run(orders.dana, ofMonday(orders));
    await tick(MONDAY);
    await deliver();
    expect(plansIn(await theOneDigest())).toEqual(["New orders"]);
    await tick(NEXT_MONDAY);
    await expect(releaseMail.run(orders.dana, ofMonday(orders, NEXT_MONDAY_DAY))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(holdMail.run(orders.dana, ofMonday(orders))).rejects.toMatchObject({ code: "not_found" });
  });

  test("does not leave either when it was queued already", async () => {
    const orders = await aPlanOf(acme, "New orders");
    const rota = await aPlanOf(acme, "Paper rota");
    const lead = await leadOf(orders);
    await news(orders, "Answer the questions");
    await news(rota, "Load test");
    await tick(MONDAY);
    const held = { workspace_id: orders.workspaceId, plan_id: orders.planId, local_day: MONDAY_DAY, mail: "digest" };
    for (const [zone, participant_id] of [
      ["seller", orders.dana.participantId],
      ["committee", lead.participantId],
    ]) {
      const by = { zone, participant_id, held_by_name: "Rosa Lindqvist", held_at: new Date() };
      await owner()`insert into reminder_hold ${owner()({ ...held, ...by })}`;
    }
    await deliver();
    const sent = (await digests()).map(({ to, state, text }) => [
      to,
      state,
      /New orders/.test(text),
      /rota/.test(text),
    ]);
    expect(sent.sort()).toEqual(
      [
        [acme.dana.email, "sent", false, true],
        [lead.email, "skipped", false, false],
      ].sort(),
    );
  });

  test("is its reader's side's alone to hold, to let out, and to know of", async () => {
    const orders = await aPlanOf(acme, "New orders");
    const lead = await leadOf(orders);
    await news(orders, "Answer the questions");
    const untold = await digestsAhead(lead, orders);
    await expect(holdMail.run(lead, ofMonday(orders))).rejects.toMatchObject({ code: "not_allowed" });
    await holdMail.run(orders.dana, ofMonday(orders));
    await expect(releaseMail.run(lead, ofMonday(orders))).rejects.toMatchObject({ code: "not_allowed" });
    expect(await digestsAhead(lead, orders)).toEqual(untold);
    await releaseMail.run(orders.dana, ofMonday(orders));
    const heard = async (who: TestParticipant) =>
      (await listEvents.run(who, { planId: orders.planId })).events
        .filter(({ kind }) => kind.startsWith("reminder."))
        .map(({ kind, zone, after }) => [kind, zone, after?.mail]);
    expect(await heard(lead)).toEqual([]);
    expect(await heard(orders.dana)).toEqual([
      ["reminder.released", "seller", "digest"],
      ["reminder.held", "seller", "digest"],
    ]);
  });

  test("is not to be held by whoever heads another plan", async () => {
    const orders = await aPlanOf(acme, "New orders");
    const other = await aPlan();
    const stranger = await aParticipant(other, { side: "seller", role: "owner" });
    await expect(holdMail.run(stranger, ofMonday(orders))).rejects.toMatchObject({ code: "not_found" });
    await expect(holdMail.run(stranger, { ...ofMonday(orders), planId: other.planId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("holds back no reminder of that day, nor is held by one", async () => {
    const orders = await aPlanOf(acme, "New orders");
    const { dana } = orders;
    await news(orders, "Answer the questions");
    await aStep(orders, { title: "Board paper", dueOn: MONDAY_DAY, ownerId: dana.participantId, zone: "seller" });
    await aStep(orders, { title: "Price list", dueOn: NEXT_MONDAY_DAY, ownerId: dana.participantId, zone: "seller" });
    await look(orders, dana);
    await holdMail.run(dana, ofMonday(orders));
    await holdMail.run(dana, { ...ofMonday(orders), kind: "reminder", day: NEXT_MONDAY_DAY });
    const { mails: shown } = await previewMails.run(dana, { planId: orders.planId });
    const onMondays = shown.filter(({ day }) => day === MONDAY_DAY || day === NEXT_MONDAY_DAY);
    expect(onMondays.map(({ day, kind, isHeld }) => [day, kind, isHeld])).toEqual([
      [MONDAY_DAY, "reminder", false],
      [MONDAY_DAY, "digest", true],
      [NEXT_MONDAY_DAY, "reminder", true],
      [NEXT_MONDAY_DAY, "digest", false],
    ]);
    setClock("2027-02-15T07:10:00Z");
    await tickReminders();
    await tick(MONDAY);
    await deliver();
    const today = (await mails()).filter(({ props }) => props.today === MONDAY_DAY);
    expect(today.map(({ template, state }) => [template, state])).toEqual([["step-reminder", "sent"]]);
  });
});
