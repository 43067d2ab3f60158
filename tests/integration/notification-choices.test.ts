import { beforeEach, expect, test } from "vitest";
import { savePreferences } from "@/server/auth/http/mail-links";
import { now, preferencesLink } from "@/server/domain/_kernel";
import { readPreferences, setPreferences } from "@/server/domain/access";
import { choose, readChoices } from "@/server/domain/notification";
import { listMailPreferences } from "@/server/domain/person";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlan, aWorkspace, type TestParticipant, type TestPlan } from "../support/factory";

useDatabase();

let plan: TestPlan;
let lead: TestParticipant;
let token: string;
beforeEach(async () => {
  resetClock();
  plan = await aPlan({ title: "New orders" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  token = new URL(preferencesLink({ ...plan, personId: lead.personId }, now())).searchParams.get("token") ?? "";
});

const visitor = { personId: null, ip: "192.0.2.7" };
const rows = () => owner()`select plan_id, kind, choice from notification_choice where person_id = ${lead.personId}`;

test("what nobody has chosen is what is usual, and choosing the usual leaves nothing behind", async () => {
  const { everywhere, plans } = await readChoices.run(lead, {});
  expect(Object.fromEntries(everywhere.map(({ topic, choice }) => [topic, choice]))).toMatchObject({
    given: "at_once",
    own: "daily",
    people: "off",
  });
  expect(plans).toMatchObject([{ title: "New orders", choice: null, digest: true }]);
  const changed = await choose.run(lead, {
    choices: [
      { planId: null, topic: "given", choice: "weekly" },
      { planId: null, topic: "own", choice: "daily" },
      { planId: plan.planId, topic: null, choice: "off" },
      { planId: plan.planId, topic: "digest", choice: "off" },
    ],
  });
  expect(changed.everywhere).toContainEqual({ topic: "given", choice: "weekly" });
  expect(changed.plans).toMatchObject([{ choice: "off", digest: false }]);
  expect(await rows()).toHaveLength(3);
  await choose.run(lead, {
    choices: [
      { planId: null, topic: "given", choice: "at_once" },
      { planId: plan.planId, topic: null, choice: null },
      { planId: plan.planId, topic: "digest", choice: null },
    ],
  });
  expect(await rows()).toEqual([]);
});

test("of a plan that somebody is not on nothing can be chosen, and then nothing of it all is", async () => {
  const other = await aPlan();
  const choices = [
    { planId: null, topic: "given", choice: "weekly" },
    { planId: other.planId, topic: null, choice: "off" },
  ];
  await expect(choose.run(lead, { choices })).rejects.toMatchObject({ code: "not_found" });
  expect(await rows()).toEqual([]);
  const foreign = { token, choices: [{ planId: other.planId, topic: null, choice: "off" }] };
  await expect(setPreferences.run(visitor, foreign)).rejects.toMatchObject({ code: "not_found" });
});

test("the link of a mail shows one workspace's plans only, and chooses without signing in", async () => {
  const elsewhere = await aPlan({ title: "Another supplier's" });
  await aParticipant(elsewhere, { side: "buyer", role: "contributor", person: lead });
  const shown = await readPreferences.run(visitor, { token });
  expect(shown).toMatchObject({ plans: [{ title: "New orders" }] });
  await setPreferences.run(visitor, {
    token,
    notifications: false,
    choices: [{ planId: plan.planId, topic: null, choice: "weekly" }],
  });
  expect(await readPreferences.run(visitor, { token })).toMatchObject({
    reminders: true,
    notifications: false,
    plans: [{ choice: "weekly" }],
  });
  expect(await listMailPreferences.run(lead, {})).toContainEqual(
    expect.objectContaining({ workspaceId: plan.workspaceId, reminders: true, notifications: false }),
  );
});

test("what holds for all of a person's plans is not chosen with the link of one supplier's mail", async () => {
  const everywhere = { token, choices: [{ planId: null, topic: "given", choice: "off" }] };
  await expect(setPreferences.run(visitor, everywhere)).rejects.toMatchObject({ code: "invalid" });
  expect(await rows()).toEqual([]);
  expect(await readPreferences.run(visitor, { token })).not.toHaveProperty("everywhere");
});

test("after a month the link of a mail opens nothing and changes nothing", async () => {
  moveClock({ days: 29 });
  expect(await readPreferences.run(visitor, { token })).toMatchObject({ state: "open" });
  moveClock({ days: 2 });
  expect(await readPreferences.run(visitor, { token })).toEqual({ state: "expired" });
  const asked = { token, reminders: false };
  await expect(setPreferences.run(visitor, asked)).rejects.toMatchObject({ code: "link_expired" });
  expect(await listMailPreferences.run(lead, {})).toMatchObject([{ reminders: true, notifications: true }]);
});

const post = (fields: Record<string, string>) =>
  savePreferences(
    new Request("http://localhost:3000/api/access/preferences", {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: "http://localhost:3000", "content-type": "application/x-www-form-urlencoded" },
    }),
  );

test("the page's form says all of it at once", async () => {
  const answer = await post({
    ...{ token, asks: "notifications digests", reminders: "on" },
    ...{ [`plan:${plan.planId}`]: "off", [`heads:${plan.planId}`]: "1" },
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toContain("saved=1");
  expect(await readPreferences.run(visitor, { token })).toMatchObject({
    ...{ reminders: true, notifications: false, digests: false },
    plans: [{ choice: "off", digest: false }],
  });
});

test("a form that asks nothing about digests leaves them as they are", async () => {
  await post({ token, asks: "notifications digests", digests: "on" });
  await post({ token, asks: "notifications" });
  expect(await readPreferences.run(visitor, { token })).toMatchObject({ notifications: false, digests: true });
});

test("one kind of one plan is chosen from the page, and given back", async () => {
  const within = (choice: string) => post({ token, asks: "", [`within:${plan.planId}:comment`]: choice });
  const topics = async () => {
    const { plans } = await readChoices.run(lead, {});
    return plans[0]?.topics.filter(({ choice }) => choice !== null);
  };
  await within("at_once");
  expect(await topics()).toEqual([{ topic: "comment", choice: "at_once" }]);
  const changed = () => owner()`select changed_at from notification_choice where person_id = ${lead.personId}`;
  const before = await changed();
  moveClock({ hours: 1 });
  await within("at_once");
  expect(await changed()).toEqual(before);
  await within("");
  expect(await topics()).toEqual([]);
});

test("a page about a hundred plans, each with all of its kinds, is saved whole or refused", async () => {
  const workspace = await aWorkspace();
  while ((await readChoices.run(lead, {})).plans.length < 101) {
    const plans = await Promise.all(Array.from({ length: 10 }, () => aPlan({ workspace })));
    for (const one of plans) await aParticipant(one, { side: "buyer", role: "lead", person: lead });
  }
  const link = preferencesLink({ ...workspace, personId: lead.personId }, now());
  token = new URL(link).searchParams.get("token") ?? "";
  const { plans } = await readChoices.run(lead, {});
  const theirs = plans.filter(({ planId }) => planId !== plan.planId);
  const fields = theirs.flatMap(({ planId, topics }) => [
    [`plan:${planId}`, ""],
    ...topics.map(({ topic }) => [`within:${planId}:${topic}`, topic === "given" ? "weekly" : ""]),
  ]);
  const body = new URLSearchParams([["token", token], ["asks", ""], ...fields]).toString();
  const sent = (text: string) =>
    savePreferences(
      new Request("http://localhost:3000/api/access/preferences", {
        method: "POST",
        body: text,
        headers: {
          origin: "http://localhost:3000",
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(text.length),
        },
      }),
    );
  const refused = await sent(`${body}&more=${"x".repeat(262_144)}`);
  expect(refused.headers.get("location")).toContain("error=too_large");
  expect(await rows()).toHaveLength(0);
  expect((await sent(body)).headers.get("location")).toContain("saved=1");
  expect(await rows()).toHaveLength(100);
});
