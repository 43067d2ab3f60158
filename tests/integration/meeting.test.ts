import { beforeEach, expect, test } from "vitest";
import { cancelMeeting, readMeeting, setMeeting } from "@/server/domain/meeting";
import { removeParticipant } from "@/server/domain/participant";
import { editStep, removeStep, setStepZone } from "@/server/domain/step";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlace } from "../support/factory";
import { aMeeting, toldTo } from "../support/meetings";

useDatabase();
beforeEach(resetClock);

test("whoever is asked gets an invitation that a calendar reads, at the time of the plan's clock", async () => {
  const { buyer, at, tell } = await aMeeting();
  expect(await readMeeting.run(buyer, at)).toMatchObject({ startsAt: "14:00", minutes: 45, place: "Room 4.12" });
  await tell();
  await tell();
  const [told, ...more] = await toldTo(buyer.email);
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    method: "REQUEST",
    uid: `${at.stepId}@throughline`,
    sequence: 0,
    summary: "Security review",
    start: "2099-03-12T13:00:00.000Z",
    status: "CONFIRMED",
  });
  const [mail] = await owner()`select subject, text from mail where template = 'meeting' and "to" = ${buyer.email}`;
  expect(mail?.subject).toContain("Security review");
  expect(mail?.text).toContain("Room 4.12");
  expect(mail?.text).toContain("With Dana Kim");
});

test("another date moves the entry: the same UID, a higher SEQUENCE", async () => {
  const { seller, buyer, at, tell } = await aMeeting();
  await tell();
  await editStep.run(buyer, { ...at, set: { dueOn: "2099-07-13" }, base: { dueOn: "2099-03-12" } });
  await tell();
  const [first, second] = await toldTo(seller.email);
  expect(second?.uid).toBe(first?.uid);
  expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
  // Summer time by then: the wall clock stays, the instant does not.
  expect(second?.start).toBe("2099-07-13T12:00:00.000Z");
});

test.each([
  ["cancelled", (who: { personId: string }, at: object) => cancelMeeting.run(who, at)],
  ["removed with its step", (who: { personId: string }, at: object) => removeStep.run(who, at)],
] as const)("a meeting that is %s is taken out of each calendar", async (_, act) => {
  const { seller, buyer, at, tell } = await aMeeting();
  await tell();
  await act(seller, at);
  await tell();
  await tell();
  const told = await toldTo(buyer.email);
  expect(told.map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
  expect(told[1]).toMatchObject({ uid: told[0]?.uid, status: "CANCELLED" });
  expect(told[1]?.sequence).toBeGreaterThan(told[0]?.sequence ?? 0);
});

test("who leaves the plan, or may no longer see the step, is let go, and nobody else hears of it", async () => {
  const { plan, seller, buyer, at, tell } = await aMeeting();
  const colleague = await aParticipant(plan, { side: "buyer", role: "contributor" });
  await setMeeting.run(buyer, { ...at, set: {}, base: {}, ask: [colleague.participantId] });
  await tell();
  await removeParticipant.run(buyer, { planId: plan.planId, participantId: colleague.participantId });
  await tell();
  expect((await toldTo(colleague.email)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
  expect(await toldTo(buyer.email)).toHaveLength(1);

  await setStepZone.run(buyer, { ...at, zone: "committee" });
  await tell();
  expect((await toldTo(seller.email)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
  expect(await toldTo(buyer.email)).toHaveLength(1);
  await expect(readMeeting.run(seller, at)).resolves.toBeNull();
});

test("only who has joined can be asked; asked again after being let go, they hear of it again", async () => {
  const { plan, seller, buyer, at, tell } = await aMeeting();
  const placeId = await aPlace(plan, { email: "new@people.test", name: "Rosa Lindqvist", status: "invited" });
  await expect(setMeeting.run(seller, { ...at, set: {}, base: {}, ask: [placeId] })).rejects.toMatchObject({
    code: "not_joined_yet",
  });
  await tell();
  await setMeeting.run(seller, { ...at, set: {}, base: {}, letGo: [buyer.participantId] });
  await tell();
  await setMeeting.run(seller, { ...at, set: {}, base: {}, ask: [buyer.participantId] });
  await tell();
  expect((await toldTo(buyer.email)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
});

test("two who set another time: the second is shown both, and nothing is lost", async () => {
  const { seller, buyer, at } = await aMeeting();
  const base = { startsAt: "14:00" };
  await setMeeting.run(seller, { ...at, set: { startsAt: "15:00" }, base });
  await expect(setMeeting.run(buyer, { ...at, set: { startsAt: "16:00" }, base })).rejects.toMatchObject({
    code: "conflict",
    details: { conflicts: [{ field: "startsAt", yours: "16:00", theirs: "15:00" }] },
  });
  expect(await setMeeting.run(buyer, { ...at, set: { minutes: 90 }, base: { minutes: 45 } })).toMatchObject({
    startsAt: "15:00",
    minutes: 90,
  });
});

test("a meeting that is over is not told any more", async () => {
  const { buyer, tell } = await aMeeting();
  moveClock({ days: 365 * 80 });
  await tell();
  expect(await toldTo(buyer.email)).toEqual([]);
});
