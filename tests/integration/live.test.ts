import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlanView } from "@/server/domain/plan/schemas";
import { STREAMS_PER_PERSON } from "@/server/live/streams";
import { type Api, ask, post, signedIn, startApi } from "@/tests/support/api";
import { useDatabase } from "@/tests/support/database";
import { aStep } from "@/tests/support/factory";
import { aPlanWithEveryone, type Everyone } from "@/tests/support/standings";
import { type LiveStream, openStream } from "@/tests/support/stream";

useDatabase();

let near: Api;
let far: Api;
let everyone: Everyone;
let planId: string;
let stepId: string;
let base: { status: string; statusReason: string | null };
let lead: string;
let seller: string;

beforeAll(async () => {
  [near, far] = await Promise.all([startApi(), startApi()]);
});
afterAll(() => Promise.all([near.end("SIGKILL"), far.end("SIGKILL")]));

beforeEach(async () => {
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
  stepId = await aStep(everyone.plan);
  base = { status: "todo", statusReason: null };
  [lead, seller] = await Promise.all([signedIn(everyone.buyer.lead), signedIn(everyone.seller.owner)]);
});

/** Says another reason for what is blocked already, as somebody who sees the one before. */
async function block(address: string, cookie: string, reason: string) {
  const answer = await post(address, cookie, "step.setStatus", { planId, stepId, status: "blocked", reason, base });
  base = { status: "blocked", statusReason: reason };
  return answer;
}
const reasonsIn = (stream: Awaited<ReturnType<typeof openStream>>) =>
  stream.news.flatMap((news) => (news.kind === "events" ? news.events : [])).map(({ after }) => after?.statusReason);

test("an edit made through one process reaches a reader on another within a second", async () => {
  const view = await ask<PlanView>(far.address, lead, "plan.read", { planId });
  if (!view.ok) throw new Error(view.code);
  const stream = await openStream(far.address, lead, [{ planId, cursor: view.data.cursor }]);
  await stream.meets((news) => news.kind === "presence");

  for (const reason of ["Waiting for the auditor", "Waiting for the board", "Waiting for a signature"]) {
    const acknowledged = await block(near.address, seller, reason);
    const at = performance.now();
    expect(acknowledged).toMatchObject({ ok: true });
    await stream.meets((news) => JSON.stringify(news).includes(reason));
    expect(performance.now() - at).toBeLessThan(1000);
  }
  stream.cut();
});

test("a stream that was cut goes on from its last event, on any process, without a gap and without telling twice", async () => {
  const first = await openStream(far.address, lead, [{ planId, cursor: {} }]);
  await block(near.address, seller, "before the cut");
  await first.meets((news) => JSON.stringify(news).includes("before the cut"));
  first.cut();

  const missed = Array.from({ length: 250 }, (_, n) => `while away ${n}`);
  for (const reason of missed) await block(near.address, seller, reason);
  const second = await openStream(near.address, lead, [{ planId, cursor: {} }], first.lastEventId());
  await block(far.address, seller, "after the cut");
  await second.meets((news) => JSON.stringify(news).includes("after the cut"), 10);
  expect(reasonsIn(second)).toEqual([...missed, "after the cut"]);
  second.cut();
});

test("what the other side keeps to itself wakes nobody's stream with news", async () => {
  const stream = await openStream(far.address, seller, [{ planId, cursor: {} }]);
  const added = await post(near.address, lead, "decision.addCriterion", {
    planId,
    title: "We trust them",
    zone: "committee",
  });
  expect(added).toMatchObject({ ok: true });
  await block(near.address, lead, "seen by both");
  await stream.meets((news) => JSON.stringify(news).includes("seen by both"));
  expect(JSON.stringify(stream.news)).not.toContain("We trust them");
  expect(stream.lastEventId()).not.toContain("committee");
  stream.cut();
});

test("somebody who is removed gets no more requests answered, and their open stream ends within five seconds", async () => {
  const contributor = await signedIn(everyone.buyer.contributor);
  const stream = await openStream(far.address, contributor, [{ planId, cursor: {} }]);
  const { participantId } = everyone.buyer.contributor;
  expect(await post(near.address, lead, "participant.remove", { planId, participantId })).toMatchObject({ ok: true });

  expect(await ask(far.address, contributor, "plan.read", { planId })).toMatchObject({ ok: false, code: "not_found" });
  await stream.over(5);
  await block(near.address, seller, "after the removal");
  expect(stream.news.at(-1)).toEqual({ planId, kind: "gone" });
});

test("a device that is signed out has its stream ended within five seconds", async () => {
  const stream = await openStream(far.address, lead, [{ planId, cursor: {} }]);
  await stream.meets((news) => news.kind === "presence");
  const sessions = await ask<{ id: string; isThis: boolean }[]>(near.address, lead, "person.sessions", {});
  if (!sessions.ok) throw new Error(sessions.code);
  const sessionId = sessions.data.find(({ isThis }) => isThis)?.id;
  expect(await post(near.address, lead, "person.revokeSession", { sessionId })).toMatchObject({ ok: true });

  await stream.over(5);
  expect(stream.news.at(-1)).toEqual({ planId, kind: "gone" });
  expect(await ask(far.address, lead, "plan.read", { planId })).toMatchObject({ ok: false, code: "not_signed_in" });
});

test("a process that is asked to stop ends its streams and is gone within five seconds", async () => {
  const stopping = await startApi();
  const streams = await Promise.all(
    [lead, seller, lead].map((who) => openStream(stopping.address, who, [{ planId, cursor: {} }])),
  );
  const at = performance.now();
  expect(await stopping.end("SIGTERM")).toBe(0);
  expect(performance.now() - at).toBeLessThan(5000);
  await Promise.all(streams.map((stream) => stream.over(1)));
  expect(streams.map((stream) => stream.isEnded())).toEqual([false, false, false]);
});

test("one person's streams are not without number: the oldest ends, nobody else's does, and the newest goes on", async () => {
  const others = await openStream(near.address, seller, [{ planId, cursor: {} }]);
  const streams: LiveStream[] = [];
  for (let count = 0; count < STREAMS_PER_PERSON; count += 1) {
    streams.push(await openStream(near.address, lead, [{ planId, cursor: {} }]));
  }
  await Promise.all(streams.map((stream) => stream.meets(({ kind }) => kind === "presence", 20)));
  const newest = await openStream(near.address, lead, [{ planId, cursor: {} }]);
  const [oldest, ...rest] = streams;
  await oldest?.over(5);
  expect(oldest?.isEnded()).toBe(true);

  await block(far.address, seller, "seen by the rest");
  for (const stream of [others, newest, ...rest]) {
    await stream.meets((news) => JSON.stringify(news).includes("seen by the rest"), 10);
    stream.cut();
  }
  expect(rest.some((stream) => stream.isEnded())).toBe(false);
});
