import { beforeEach, expect, test } from "vitest";
import { decideFromLink, previewStepLink, sendStepCode } from "@/server/domain/access";
import { listAnswers } from "@/server/domain/step";
import { resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { mailsTo } from "../support/mails";
import { aLink, lastCode, visitor } from "../support/step-links";

useDatabase();
beforeEach(resetClock);

const stepRow = async (stepId: string) => (await owner()`select * from step where id = ${stepId}`)[0];

test("an approval from a browser that is the person's needs no code", async () => {
  const { token, ref, buyer } = await aLink("decide");
  expect(await previewStepLink.run(buyer.contributor, { token })).toMatchObject({ codeGoesTo: null });
  await decideFromLink.run(buyer.contributor, { token, decision: "approved", why: "As agreed" });
  expect(await listAnswers.run(buyer.lead, ref)).toMatchObject([
    { kind: "approved", body: "As agreed", participantId: buyer.contributor.participantId },
  ]);
  expect(await mailsTo(buyer.contributor.email)).toEqual([]);
});

test("from an unknown browser it needs the digits that their mailbox gets", async () => {
  const { token, ref, stepId, buyer } = await aLink("decide");
  const found = await previewStepLink.run(visitor, { token });
  expect(found).toMatchObject({
    codeGoesTo: `p…${buyer.contributor.email.slice(buyer.contributor.email.indexOf("@"))}`,
  });
  const decide = (code: string | null) =>
    decideFromLink.run(visitor, { token, decision: "declined", why: "Too dear", code });
  await expect(decide(null)).rejects.toMatchObject({ code: "invalid" });
  await expect(decide("123456")).rejects.toMatchObject({ code: "code_used_up" });
  await sendStepCode.run(visitor, { token });
  const code = await lastCode(token);
  const wrong = code === "111111" ? "222222" : "111111";
  await expect(decide(wrong)).rejects.toMatchObject({ code: "code_wrong", details: { left: 4 } });
  expect((await stepRow(stepId))?.status).toBe("todo");
  await decide(code);
  expect(await stepRow(stepId)).toMatchObject({ status: "blocked", status_reason: "Too dear" });
  expect(await listAnswers.run(buyer.lead, ref)).toMatchObject([{ kind: "declined", body: "Too dear" }]);
});

test("after five wrong tries the right digits are no use, and new ones may be asked for a few times", async () => {
  const { token } = await aLink("decide");
  await sendStepCode.run(visitor, { token });
  const code = await lastCode(token);
  const wrong = code === "111111" ? "222222" : "111111";
  const decide = (given: string) => decideFromLink.run(visitor, { token, decision: "approved", code: given });
  for (let tried = 1; tried < 5; tried += 1) {
    await expect(decide(wrong)).rejects.toMatchObject({ code: "code_wrong", details: { left: 5 - tried } });
  }
  await expect(decide(wrong)).rejects.toMatchObject({ code: "code_used_up" });
  await expect(decide(code)).rejects.toMatchObject({ code: "code_used_up" });
  for (let again = 2; again <= 5; again += 1) await sendStepCode.run(visitor, { token });
  await expect(sendStepCode.run(visitor, { token })).rejects.toMatchObject({ code: "too_many" });
});

test("digits go to the person only, and only for an approval that is open", async () => {
  const { token, buyer } = await aLink("decide");
  await sendStepCode.run(visitor, { token });
  expect((await mailsTo(buyer.contributor.email)).map(({ template }) => template)).toEqual(["step-code"]);
  const task = await aLink("done");
  await sendStepCode.run(visitor, { token: task.token });
  expect(await mailsTo(task.buyer.contributor.email)).toEqual([]);
});
