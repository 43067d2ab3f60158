import { beforeEach, expect, test } from "vitest";
import { cancelMeeting, setMeeting } from "@/server/domain/meeting";
import { editStep, setStepZone } from "@/server/domain/step";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMeeting, toldTo } from "../support/meetings";

useDatabase();
beforeEach(resetClock);

const methods = async (email: string) => (await toldTo(email)).map(({ method }) => method);
const skipped = async (email: string) =>
  (await owner()`select error from mail where template = 'meeting' and state = 'skipped' and "to" = ${email}`).map(
    ({ error }) => error,
  );

test("an invitation that waited does not go to who was let go meanwhile, nor does it say that they are asked", async () => {
  const { seller, buyer, at, queue, tell } = await aMeeting();
  await queue();
  await setMeeting.run(seller, { ...at, set: {}, base: {}, letGo: [buyer.participantId] });
  expect(await toldTo(buyer.email)).toEqual([]);
  expect(await skipped(buyer.email)).toEqual([expect.stringContaining("no longer asked")]);
  const [theirs] = await owner()`select text from mail where template = 'meeting' and "to" = ${seller.email}`;
  expect(theirs?.text).not.toContain("Priya Raman");

  await tell();
  // They never heard of the meeting: that it is off would be news of it.
  expect(await toldTo(buyer.email)).toEqual([]);
});

test("an invitation that waited says nothing of a step that was made private meanwhile", async () => {
  const { seller, buyer, at, queue, tell } = await aMeeting();
  await queue();
  await setStepZone.run(buyer, { ...at, zone: "committee" });
  await queue();
  expect(await toldTo(seller.email)).toEqual([]);
  await tell();
  expect(await toldTo(seller.email)).toEqual([]);
  expect(await methods(buyer.email)).toEqual(["REQUEST"]);
});

test("of a meeting that moves while its mails wait, the last word goes, and as the first that they hear", async () => {
  const { buyer, at, queue, tell } = await aMeeting();
  await queue();
  await editStep.run(buyer, { ...at, set: { dueOn: "2099-03-19" }, base: { dueOn: "2099-03-12" } });
  const jobs = owner()`graphile_worker._private_jobs where key = ${`meeting.tell:${at.stepId}`}`;
  await owner()`delete from ${jobs}`;
  expect(await toldTo(buyer.email)).toEqual([]);
  expect(await owner()`select key from ${jobs}`).toHaveLength(1);
  await queue();
  await editStep.run(buyer, { ...at, set: { dueOn: "2099-03-26" }, base: { dueOn: "2099-03-19" } });
  await tell();
  const told = await toldTo(buyer.email);
  expect(told).toMatchObject([{ method: "REQUEST", start: "2099-03-26T13:00:00.000Z" }]);
  const [mail] = await owner()`
    select subject from mail where template = 'meeting' and state = 'sent' and "to" = ${buyer.email}`;
  expect(mail?.subject).not.toMatch(/moved/i);
});

test("a cancellation that waited says what their calendar knows, not what it never heard", async () => {
  const { seller, buyer, at, queue, tell } = await aMeeting();
  await tell();
  await editStep.run(buyer, { ...at, set: { title: "Who must go" }, base: { title: "Security review" } });
  await queue();
  await setStepZone.run(buyer, { ...at, zone: "committee" });
  await tell();
  expect(await toldTo(seller.email)).toMatchObject([
    { method: "REQUEST", summary: "Security review" },
    { method: "CANCEL", summary: "Security review" },
  ]);
});

test("called off and set anew while the mails wait, it stays in the calendar as it is by now", async () => {
  const { seller, buyer, at, queue, tell } = await aMeeting();
  await tell();
  await cancelMeeting.run(seller, at);
  await queue();
  await setMeeting.run(seller, { ...at, set: { startsAt: "16:00", minutes: 45, place: null }, base: {} });
  expect(await methods(buyer.email)).toEqual(["REQUEST"]);
  await tell();
  const [, second, ...more] = await toldTo(buyer.email);
  expect(more).toEqual([]);
  expect(second).toMatchObject({ method: "REQUEST", start: "2099-03-12T15:00:00.000Z" });
});

test("an invitation that waited until its meeting was over is not sent", async () => {
  const { buyer, queue } = await aMeeting();
  await queue();
  moveClock({ days: 365 * 80 });
  expect(await toldTo(buyer.email)).toEqual([]);
  expect(await skipped(buyer.email)).toEqual(["the meeting is over"]);
});
