import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { healthNow } from "@/server/health";
import { freeJobsOfTheDead } from "@/server/jobs/beat";
import { askForRounds } from "@/server/jobs/schedule";
import { owner, useDatabase } from "../support/database";
import { queueSignInMail } from "../support/queued-mail";
import { endWorkers, spawnWorker, startWorker, until } from "../support/worker";

useDatabase();

afterEach(endWorkers);

test("health names the missing worker, and is well while one lives", async () => {
  expect(await healthNow()).toMatchObject({ status: "unwell", database: "ok", migrations: "ok" });
  const { end } = await startWorker();
  expect(await healthNow()).toEqual({ status: "ok", database: "ok", migrations: "ok", worker: "ok" });

  const began = Date.now();
  expect(await end("SIGTERM")).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect((await healthNow()).worker).not.toBe("ok");
});

test("a mail queued while a worker lives is sent without waiting for the next round", async () => {
  await startWorker({ REMINDER_TICK_SECONDS: "3600" });
  await queueSignInMail("prompt");
  const sent = await until(
    () => owner()`select state, subject, html, text from mail where key = 'prompt'`,
    ([row]) => row?.state === "sent",
    5,
  );
  expect(sent[0]?.html).toContain("417052");
  expect(sent[0]?.text).toContain("417052");
});

test("told to stop while the provider keeps silent, it hands its job back in time", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : 0;
  const heard = new Promise((resolve) => silent.once("connection", resolve));
  const { end, said } = await startWorker({
    MAIL_TRANSPORT: "resend",
    RESEND_API_KEY: "re_stub",
    RESEND_BASE_URL: `http://127.0.0.1:${port}`,
  });
  await queueSignInMail("held");
  await heard;
  const [, workerId = ""] = /"worker":"([^"]+)"/.exec(said()) ?? [];
  const held = await owner()`select id from graphile_worker._private_jobs where locked_by = ${workerId}`;
  expect(held.length).toBeGreaterThan(0);

  const began = Date.now();
  expect(await end("SIGTERM")).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  silent.close();
  const locked = await owner()`select id from graphile_worker._private_jobs where locked_by = ${workerId}`;
  expect(locked).toHaveLength(0);
  const [mail] = await owner()`select state, batch from mail where key = 'held'`;
  expect(mail).toMatchObject({ state: "queued", batch: expect.any(String) });
  await owner()`delete from mail`;
});

test("jobs in the hands of a worker that died are given back", async () => {
  await askForRounds();
  await owner()`update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() - interval '1 minute'`;
  await freeJobsOfTheDead();
  expect(await owner()`select id from graphile_worker._private_jobs where locked_by is not null`).toHaveLength(0);

  await owner()`update graphile_worker._private_jobs set locked_by = 'alive', locked_at = now() - interval '1 minute'`;
  await owner()`insert into worker_beat (worker_id, at) values ('alive', now())`;
  await freeJobsOfTheDead();
  expect(await owner()`select id from graphile_worker._private_jobs where locked_by is null`).toHaveLength(0);
  await owner()`delete from worker_beat`;
  await owner()`delete from graphile_worker._private_jobs`;
});

test("two schedulers ask for a round at the same time: there is one job of each kind", async () => {
  await Promise.all([askForRounds(), askForRounds(), askForRounds()]);
  const jobs = await owner()`select t.identifier, count(*)::int from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id group by 1 order by 1`;
  expect(jobs.map((row) => [row.identifier, row.count])).toEqual([
    ["digest.tick", 1],
    ["invitation.chase", 1],
    ["mail.deliver", 1],
    ["notification.mail", 1],
    ["notification.tell", 1],
    ["reminder.tick", 1],
  ]);
});

test("without a database it ends and says what to look at", async () => {
  const { ended, said } = spawnWorker({ DATABASE_URL: "postgres://nobody:x@127.0.0.1:9/none" });
  expect(await ended).toBe(1);
  expect(said()).toContain("can't reach the database at DATABASE_URL");
});
