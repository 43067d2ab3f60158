import { afterAll, beforeAll, expect, test } from "vitest";
import type { News } from "@/server/trpc/routers/live";
import { type Api, post, signedIn, startApi } from "@/tests/support/api";
import { useDatabase } from "@/tests/support/database";
import { aStep } from "@/tests/support/factory";
import { aPlanWithEveryone } from "@/tests/support/standings";
import { openStream } from "@/tests/support/stream";
import { endWorkers, startWorker } from "@/tests/support/worker";

useDatabase();

let api: Api;
beforeAll(async () => {
  api = await startApi();
  // Rounds are far apart: what is told in time is told because the worker heard of it.
  await startWorker({ REMINDER_TICK_SECONDS: "600" });
}, 60_000);
afterAll(() => Promise.all([api.end("SIGKILL"), endWorkers()]));

const unreadIn = (news: News) => (news.kind === "own" ? news.pulse.unread : -1);

test("what one person does is counted for the other within two seconds, and taken off when it is read; nobody else's moves", async () => {
  const { plan, buyer, seller } = await aPlanWithEveryone();
  const { planId } = plan;
  const stepId = await aStep(plan, { ownerId: buyer.contributor.participantId });
  const [reader, writer, other] = await Promise.all([
    signedIn(buyer.contributor),
    signedIn(buyer.lead),
    signedIn(seller.viewer),
  ]);
  const stream = await openStream(api.address, reader, [], undefined, true);
  const elsewhere = await openStream(api.address, other, [], undefined, true);
  await stream.meets((news) => unreadIn(news) === 0);
  await elsewhere.meets((news) => unreadIn(news) === 0);

  const title = "Name who signs, in writing";
  const edit = { planId, stepId, set: { title }, base: { title: "Send the security questionnaire" } };
  expect(await post(api.address, writer, "step.edit", edit)).toMatchObject({ ok: true });
  const at = performance.now();
  await stream.meets((news) => unreadIn(news) === 1);
  expect(performance.now() - at).toBeLessThan(2_000);

  expect(await post(api.address, reader, "notification.markRead", { stepId })).toMatchObject({ ok: true });
  await stream.meets((news) => unreadIn(news) === 0 && news !== stream.news[0]);

  const heard = elsewhere.news.length;
  const secret = { planId, title: "We trust them", zone: "committee" };
  expect(await post(api.address, writer, "decision.addCriterion", secret)).toMatchObject({ ok: true });
  await stream.meets((news) => unreadIn(news) === 1 && stream.news.indexOf(news) > 2);
  expect(elsewhere.news.slice(heard).filter((news) => unreadIn(news) > 0)).toEqual([]);
  stream.cut();
  elsewhere.cut();
}, 40_000);
