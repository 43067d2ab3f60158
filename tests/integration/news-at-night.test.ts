import { afterAll, beforeEach, expect, test } from "vitest";
import { at } from "@/server/domain/_kernel";
import { mailNotifications, tellPeople, tickDigests } from "@/server/domain/notification";
import { addStep, completeStep } from "@/server/domain/step";
import { closeTransport } from "@/server/mail/deliver";
import { owner, useDatabase } from "../support/database";
import {
  aMilestone,
  aParticipant,
  aPerson,
  aPlan,
  aStep,
  type TestParticipant,
  type TestPlan,
} from "../support/factory";
import { deliver } from "../support/reminders";
import { resendStub, type Trick } from "../support/resend-stub";

const provider = await resendStub();
useDatabase({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: provider.apiKey, RESEND_BASE_URL: provider.url });

let plan: TestPlan;
let lead: TestParticipant;
let priya: TestParticipant;

beforeEach(async () => {
  provider.accepted.length = 0;
  provider.always(null);
  for (const table of ["mail", "notification", "notification_choice", "mail_preference", "digest_due"]) {
    await owner().unsafe(`delete from ${table}`);
  }
  plan = await aPlan({ title: "New orders" });
  const berlin = (name: string) => aPerson({ name, timeZone: "Europe/Berlin", locale: "en" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await berlin("Tom Silva") });
  priya = await aParticipant(plan, { side: "buyer", role: "contributor", person: await berlin("Priya Raman") });
  // Everybody has been on it since before the Monday on which all begins.
  await owner()`update participant set joined_at = '2027-02-10'`;
  await on("2027-02-15T07:00:00Z", tellPeople);
});
afterAll(async () => {
  await closeTransport();
  await provider.close();
});

const on = <T>(moment: string | number, act: () => Promise<T>) => at(new Date(moment), act);
const give = (moment: string, title: string, to = priya) =>
  on(moment, async () =>
    addStep.run(lead, { planId: plan.planId, milestoneId: await aMilestone(plan), title, ownerId: to.participantId }),
  );
const sentTo = ({ email }: TestParticipant) => provider.mails().filter(({ to }) => to === email);

/** As a worker would, every ten minutes. */
async function live(from: string, to: string) {
  for (let moment = Date.parse(from); moment <= Date.parse(to); moment += 10 * 60_000) {
    await on(moment, async () => {
      await tellPeople();
      await mailNotifications();
      await deliver();
    });
  }
}

const troubles: [string, Trick][] = [
  ["answers with errors", { kind: "status", status: 503 }],
  ["turns all away", { kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "60" } }],
];
test.each(troubles)(
  "a provider that %s until the night: news of the afternoon come the next morning, once",
  async (_, trick) => {
    const tokyo = await aPerson({ name: "Hana Sato", timeZone: "Asia/Tokyo", locale: "en" });
    const hana = await aParticipant(plan, { side: "buyer", role: "contributor", person: tokyo });
    provider.always(trick);
    await give("2027-02-15T15:30:00Z", "Name who signs");
    await give("2027-02-15T15:30:00Z", "Ask legal", hana);
    await live("2027-02-15T15:40:00Z", "2027-02-15T20:00:00Z");
    provider.always(null);
    await live("2027-02-15T20:10:00Z", "2027-02-16T06:50:00Z");
    expect(sentTo(priya)).toHaveLength(0);
    // Where it is morning already, it has come.
    expect(sentTo(hana)).toHaveLength(1);
    await live("2027-02-16T07:00:00Z", "2027-02-16T08:00:00Z");
    expect(sentTo(priya)).toHaveLength(1);
    expect(sentTo(hana)).toHaveLength(1);
  },
);

test("workers that were away until the night: news of the day before a weekend come on Monday", async () => {
  await give("2027-02-19T09:00:00Z", "Name who signs");
  await live("2027-02-19T22:00:00Z", "2027-02-19T23:00:00Z");
  await live("2027-02-20T10:00:00Z", "2027-02-20T11:00:00Z");
  expect(sentTo(priya)).toHaveLength(0);
  await live("2027-02-22T07:00:00Z", "2027-02-22T07:10:00Z");
  expect(sentTo(priya)).toHaveLength(1);
});

test("workers that were away, and a reader who has chosen to hear at once since: the news wait for the morning too", async () => {
  const choose = (choice: string) =>
    owner()`insert into notification_choice ${owner()({
      person_id: priya.personId,
      plan_id: "00000000-0000-0000-0000-000000000000",
      kind: "given",
      choice,
      changed_at: new Date(),
    })} on conflict (person_id, plan_id, kind) do update set choice = excluded.choice`;
  await choose("daily");
  await give("2027-02-15T09:00:00Z", "Name who signs");
  await on("2027-02-15T09:05:00Z", tellPeople);
  await choose("at_once");
  await live("2027-02-16T22:00:00Z", "2027-02-16T23:00:00Z");
  expect(sentTo(priya)).toHaveLength(0);
  await live("2027-02-17T07:00:00Z", "2027-02-17T07:10:00Z");
  expect(sentTo(priya)).toHaveLength(1);
});

test("what happens at night and is to be said at once is said at once", async () => {
  await give("2027-02-15T22:00:00Z", "Name who signs");
  await live("2027-02-15T22:00:00Z", "2027-02-15T22:20:00Z");
  expect(sentTo(priya)).toHaveLength(1);
});

test("a digest that was held up until the evening comes the next morning, and not when its week is over", async () => {
  const stepId = await aStep(plan, { title: "Send the draft", ownerId: priya.participantId, dueOn: "2027-02-17" });
  await on("2027-02-15T07:10:00Z", () => completeStep.run(priya, { planId: plan.planId, stepId }));
  await on("2027-02-15T07:15:00Z", tellPeople);
  await on("2027-02-15T07:35:00Z", tickDigests);
  provider.always({ kind: "status", status: 503 });
  await on("2027-02-15T08:36:00Z", deliver);
  provider.always(null);
  await on("2027-02-15T18:00:00Z", deliver);
  expect(sentTo(lead)).toHaveLength(0);
  await on("2027-02-16T06:30:00Z", deliver);
  expect(sentTo(lead)).toHaveLength(0);
  await on("2027-02-16T07:05:00Z", deliver);
  expect(sentTo(lead)).toHaveLength(1);

  await aStep(plan, { title: "Read the draft", ownerId: priya.participantId, dueOn: "2027-02-24" });
  await on("2027-02-22T07:35:00Z", tickDigests);
  await on("2027-02-26T07:35:00Z", deliver);
  expect(sentTo(lead)).toHaveLength(1);
  const digests = await owner()`select state from mail where template = 'digest' order by created_at`;
  expect(digests.map(({ state }) => state)).toEqual(["sent", "skipped"]);
});

test("one that the provider may have taken goes again while its key is known", async () => {
  const stepId = await aStep(plan, { title: "Send the draft", ownerId: priya.participantId, dueOn: "2027-02-17" });
  await on("2027-02-15T07:10:00Z", () => completeStep.run(priya, { planId: plan.planId, stepId }));
  await on("2027-02-15T07:15:00Z", tellPeople);
  await on("2027-02-15T07:31:00Z", tickDigests);
  provider.next({ kind: "drop" });
  await on("2027-02-15T07:31:00Z", deliver);
  await on("2027-02-15T17:30:00Z", deliver);
  expect(await owner()`select state from mail where template = 'digest'`).toMatchObject([{ state: "queued" }]);
  await on("2027-02-16T06:25:00Z", deliver);
  expect(await owner()`select state from mail where template = 'digest'`).toMatchObject([{ state: "sent" }]);
  expect(sentTo(lead)).toHaveLength(1);
});
