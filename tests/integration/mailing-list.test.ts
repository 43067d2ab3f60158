import { beforeEach, expect, test } from "vitest";
import { unsubscribeInOneClick } from "@/server/auth/http/unsubscribe";
import { newId, now, stepLink, unsubscribeLink } from "@/server/domain/_kernel";
import { acceptInvitation, completeFromLink, previewInvitation, previewStepLink } from "@/server/domain/access";
import { askForAccess } from "@/server/domain/access-request";
import { invite } from "@/server/domain/participant";
import { resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlan, aStep } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const LIST = "purchasing@customer.test";
/** Each reader of the list has a browser of their own. */
const reader = () => ({ personId: null, ip: newId() });

async function anInvitedList() {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const asked = { planId: plan.planId, email: LIST, name: "Purchasing", side: "buyer", role: "contributor" };
  const { id: participantId } = await invite.run(seller, asked);
  return { plan, lead, participantId, token: tokenIn(await lastMailTo(LIST)) };
}

test("of those who read a list that was invited one takes its place, and the others ask for one of their own", async () => {
  const { lead, token } = await anInvitedList();
  const tries = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation.run(reader(), { token })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await previewInvitation.run(reader(), { token })).toMatchObject({ state: "used" });
  await askForAccess.run(reader(), { token, name: "Jonas Keller", email: "jonas@customer.test", why: "I buy too" });
  expect((await mailsTo(lead.email)).map(({ template }) => template)).toEqual(["access-request"]);
});

test("what a list's readers do from one mail is done once, and one of them ends those mails for the list alone", async () => {
  const { plan, participantId, token } = await anInvitedList();
  const { personId } = await acceptInvitation.run(reader(), { token });
  const stepId = await aStep(plan, { ownerId: participantId });
  const of = { ...plan, stepId, participantId, zone: "shared" as const };
  const link = { token: new URL(stepLink(of, now())).searchParams.get("token") };
  const presses = await Promise.allSettled([1, 2, 3].map(() => completeFromLink.run(reader(), link)));
  expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const events = await owner()`select kind, actor_participant_id from event where subject_id = ${stepId}`;
  expect(events).toEqual([{ kind: "step.completed", actor_participant_id: participantId }]);
  expect(await previewStepLink.run(reader(), link)).toMatchObject({ state: "used" });

  const end = unsubscribeLink({ ...plan, personId: personId ?? "" }, { from: "reminders" });
  for (let press = 0; press < 3; press += 1) {
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await unsubscribeInOneClick(new Request(end, { method: "POST", body }))).status).toBe(200);
  }
  const ended = await owner()`select person_id, reminders from mail_preference where not reminders`;
  expect(ended).toEqual([{ person_id: personId, reminders: false }]);
});
