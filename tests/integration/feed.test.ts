import ICAL from "ical.js";
import { expect, test } from "vitest";
import { answerFeed } from "@/server/api/calendar/feed";
import { listFeeds, openFeed, revokeFeed } from "@/server/domain/feed";
import { setMeeting } from "@/server/domain/meeting";
import { removeParticipant } from "@/server/domain/participant";
import { editStep } from "@/server/domain/step";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aPlan, aStep, type TestPerson } from "../support/factory";

useDatabase();

const ask = (url: string, headers = {}) =>
  answerFeed(new Request(url, { headers }), new URL(url).pathname.split("/").at(-1) ?? "");

async function feedOf(person: TestPerson, planId: string | null): Promise<string> {
  const feeds = await openFeed.run(person, { planId });
  return feeds.find((feed) => feed.planId === planId)?.url ?? "";
}

async function eventsIn(url: string) {
  const answer = await ask(url);
  expect(answer.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar.getAllSubcomponents("vevent").map((vevent) => {
    const { uid, summary, location, description, startDate, endDate, sequence } = new ICAL.Event(vevent);
    const span = startDate.isDate
      ? { day: startDate.toString(), until: endDate.toString() }
      : { start: startDate.toJSDate().toISOString(), end: endDate.toJSDate().toISOString() };
    return { uid, summary, location, description, sequence: Number(sequence), ...span };
  });
}

test("what a person gives is read back without loss: days, meetings, and every character of a title", async () => {
  const plan = await aPlan({ title: "Replace; the, order \\ system" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "lead" });
  const title =
    'Ask: "who, when; \\why"\u{1F4C5} — Prüfung über 日本語のとても長い題名を折り返しても失われないこと'.repeat(2);
  const stepId = await aStep(plan, { title, ownerId: buyer.participantId, dueOn: "2026-12-01" });
  const meetingId = await aStep(plan, {
    title: "Review",
    kind: "meeting",
    ownerId: buyer.participantId,
    dueOn: "2026-12-03",
  });
  const set = { startsAt: "09:30", minutes: 30, place: "Haus 2, Raum 4; links" };
  await setMeeting.run(buyer, { planId: plan.planId, stepId: meetingId, set, base: {} });
  await aStep(plan, { title: "Not mine", dueOn: "2026-12-02" });

  const events = await eventsIn(await feedOf(buyer, null));
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    uid: `${stepId}@throughline`,
    summary: title,
    day: "2026-12-01",
    until: "2026-12-02",
  });
  expect(events[0]?.description).toContain("Replace; the, order \\ system");
  expect(events[1]).toMatchObject({
    summary: "Review",
    location: "Haus 2, Raum 4; links",
    start: "2026-12-03T08:30:00.000Z",
    end: "2026-12-03T09:00:00.000Z",
  });
});

test("a plan's feed holds what its reader may see of that plan, and nothing else", async () => {
  const plan = await aPlan();
  const [seller, buyer] = [
    await aParticipant(plan, { side: "seller", role: "owner" }),
    await aParticipant(plan, { side: "buyer", role: "contributor" }),
  ];
  await aMilestone(plan, { title: "Agree on the problem", dueOn: "2026-12-08" });
  for (const zone of ["shared", "committee", "seller"] as const) {
    await aStep(plan, { title: `In ${zone}`, zone, dueOn: "2026-12-01" });
  }
  await aStep(plan, { title: "Dropped", status: "dropped", dueOn: "2026-12-01" });
  const another = await aPlan();
  await aParticipant(another, { side: "buyer", role: "lead", person: buyer });
  await aStep(another, { title: "Elsewhere", dueOn: "2026-12-01" });

  const titles = async (who: TestPerson) =>
    (await eventsIn(await feedOf(who, plan.planId))).map(({ summary }) => summary).sort();
  expect(await titles(buyer)).toEqual(["In committee", "In shared", "Milestone: Agree on the problem"]);
  expect(await titles(seller)).toEqual(["In seller", "In shared", "Milestone: Agree on the problem"]);
});

test("a change raises the sequence; nothing new is answered by 304", async () => {
  const plan = await aPlan();
  const buyer = await aParticipant(plan, { side: "buyer", role: "lead" });
  const stepId = await aStep(plan, { title: "Sign", ownerId: buyer.participantId, dueOn: "2026-12-01" });
  const url = await feedOf(buyer, null);
  const [before] = await eventsIn(url);
  const tag = (await ask(url)).headers.get("etag") ?? "";
  expect((await ask(url, { "if-none-match": tag })).status).toBe(304);

  await editStep.run(buyer, {
    planId: plan.planId,
    stepId,
    set: { dueOn: "2026-12-04" },
    base: { dueOn: "2026-12-01" },
  });
  expect((await ask(url, { "if-none-match": tag })).status).toBe(200);
  const [after] = await eventsIn(url);
  expect(after).toMatchObject({ uid: before?.uid, day: "2026-12-04" });
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
});

test("an address ends: revoked, replaced by a new one, or made up it is nothing; off the plan it is empty", async () => {
  const plan = await aPlan();
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor" });
  await aStep(plan, { title: "Sign", ownerId: buyer.participantId, dueOn: "2026-12-01" });
  const all = await feedOf(buyer, null);
  const first = await feedOf(buyer, plan.planId);
  const second = await feedOf(buyer, plan.planId);
  expect((await ask(first)).status).toBe(404);
  expect((await ask(second)).status).toBe(200);
  expect((await ask(second.replace(/.\.ics$/, "_.ics"))).status).toBe(404);

  await removeParticipant.run(lead, { planId: plan.planId, participantId: buyer.participantId });
  expect((await ask(second)).status).toBe(404);
  expect(await eventsIn(all)).toEqual([]);
  const [feed] = await listFeeds.run(buyer, {});
  await revokeFeed.run(buyer, { feedId: feed?.feedId });
  expect((await ask(all)).status).toBe(404);
});

test("nobody ends another's address, or makes one for a plan that they are not on", async () => {
  const plan = await aPlan();
  const buyer = await aParticipant(plan, { side: "buyer", role: "lead" });
  const stranger = await aParticipant(await aPlan(), { side: "buyer", role: "lead" });
  await feedOf(buyer, plan.planId);
  const [row] = await owner()`select id from calendar_feed where person_id = ${buyer.personId}`;
  await expect(revokeFeed.run(stranger, { feedId: row?.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(openFeed.run(stranger, { planId: plan.planId })).rejects.toMatchObject({ code: "not_found" });
});
