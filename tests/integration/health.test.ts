import { afterAll, expect, test } from "vitest";
import { healthNow } from "@/server/health";
import { beat, sayGoodbye } from "@/server/jobs/beat";
import { owner, useDatabase } from "../support/database";

useDatabase();

afterAll(() => sayGoodbye("tested"));

test("well only with the database, this version's migrations and a fresh beat", async () => {
  expect(await healthNow()).toMatchObject({ status: "unwell", worker: expect.stringContaining("none") });
  await beat("tested");
  expect(await healthNow()).toEqual({ status: "ok", database: "ok", migrations: "ok", worker: "ok" });
  await owner()`update worker_beat set at = now() - interval '31 seconds'`;
  expect(await healthNow()).toMatchObject({ status: "unwell", worker: expect.stringContaining("none") });
});

test("a migration that isn't in is named", async () => {
  await beat("tested");
  const [last] = await owner()`delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning hash, created_at`;
  expect(await healthNow()).toMatchObject({ status: "unwell", migrations: expect.stringContaining("1 missing") });
  await owner()`insert into drizzle.__drizzle_migrations (hash, created_at) values (${last?.hash}, ${last?.created_at})`;
  expect((await healthNow()).status).toBe("ok");
});

test("a database without our tables is told from one that can't be reached", async () => {
  await owner()`alter schema drizzle rename to elsewhere`;
  expect(await healthNow()).toMatchObject({ status: "unwell", database: "ok" });
  await owner()`alter schema elsewhere rename to drizzle`;
});
