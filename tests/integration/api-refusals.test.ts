import { createTRPCClient, httpBatchLink, type TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messagesFor } from "@/app/_messages";
import { refusalOf } from "@/app/_trpc/refusal";
import { languages } from "@/db/vocabulary";
import type { AppRouter } from "@/server/trpc/root";
import { type Api, signedIn, startApi } from "@/tests/support/api";
import { owner, useDatabase } from "@/tests/support/database";
import { aParticipant, aPlan, aStep, type TestParticipant, type TestPlan } from "@/tests/support/factory";

useDatabase();

const ours = "http://localhost:3000";
let api: Api;
let plan: TestPlan;
let buyer: TestParticipant;
let stepId: string;

beforeAll(async () => {
  plan = await aPlan();
  buyer = await aParticipant(plan, { side: "buyer", role: "lead" });
  stepId = await aStep(plan, { ownerId: buyer.participantId });
  api = await startApi();
});
afterAll(() => api?.end("SIGTERM"));

/** The client that the screens use. */
async function client(headers: Record<string, string>) {
  const cookie = await signedIn(buyer);
  const url = `${api.address}/api/trpc`;
  const links = [httpBatchLink({ url, transformer: superjson, headers: () => ({ cookie, ...headers }) })];
  return createTRPCClient<AppRouter>({ links });
}

const refusalIn = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: TRPCClientError<AppRouter>) => ({ code: refusalOf(error).code, status: error.data?.httpStatus }),
  );
const stepTitle = async () => (await owner()`select title from step where id = ${stepId}`)[0]?.title;
const comments = async () => (await owner()`select 1 from comment where subject_id = ${stepId}`).length;

test.each([
  { origin: "https://evil.test" },
  { origin: `${ours}.evil.test` },
  { origin: "null" },
  { origin: "null", "sec-fetch-site": "cross-site" },
] as Record<string, string>[])("what another site sends is not done, and is told as a refusal: %j", async (headers) => {
  const { step, comment } = await client(headers);
  const before = await stepTitle();
  const both = await Promise.all([
    refusalIn(step.edit.mutate({ planId: plan.planId, stepId, set: { title: "Theirs" }, base: { title: before } })),
    refusalIn(comment.add.mutate({ planId: plan.planId, stepId, body: "Theirs" })),
  ]);
  expect(both).toEqual([
    { code: "other_origin", status: 403 },
    { code: "other_origin", status: 403 },
  ]);
  expect(await stepTitle()).toBe(before);
  expect(await comments()).toBe(0);
});

test.each([{ origin: ours }, { origin: "null", "sec-fetch-site": "same-origin" }] as Record<string, string>[])(
  "our own pages' is: %j",
  async (headers) => {
    const { step } = await client(headers);
    const title = `Ours, ${Object.keys(headers).length}`;
    const base = { title: await stepTitle() };
    expect(await refusalIn(step.edit.mutate({ planId: plan.planId, stepId, set: { title }, base }))).toBe("done");
    expect(await stepTitle()).toBe(title);
  },
);

test.each([2, 20])("%s MB at once are refused as too much, and nothing of them is kept", async (megabytes) => {
  const { comment } = await client({});
  const body = "x".repeat(megabytes * 1_048_576);
  const both = await Promise.all([
    refusalIn(comment.add.mutate({ planId: plan.planId, stepId, body })),
    refusalIn(comment.add.mutate({ planId: plan.planId, stepId, body: "small" })),
  ]);
  expect(both).toEqual([
    { code: "too_large", status: 413 },
    { code: "too_large", status: 413 },
  ]);
  expect(await comments()).toBe(0);
});

test("a batch of more than the screens ever send is refused whole; the most that is allowed is done", async () => {
  const { comment } = await client({});
  const say = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        refusalIn(comment.add.mutate({ planId: plan.planId, stepId, body: `No. ${n}` })),
      ),
    );
  expect(new Set((await say(13)).map((told) => JSON.stringify(told)))).toEqual(
    new Set([JSON.stringify({ code: "invalid", status: 400 })]),
  );
  expect(await comments()).toBe(0);
  expect(new Set(await say(12))).toEqual(new Set(["done"]));
  expect(await comments()).toBe(12);
});

test.each(languages)("both refusals have a sentence of their own in %s", (language) => {
  const { errors } = messagesFor(language);
  const english = messagesFor("en").errors;
  for (const code of ["other_origin", "too_large"] as const) {
    expect(errors[code]).toMatch(/\S.{10}/);
    if (language !== "en") expect(errors[code]).not.toBe(english[code]);
  }
});
