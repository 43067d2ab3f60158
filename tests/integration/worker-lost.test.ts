import postgres from "postgres";
import { afterEach, expect, inject, test } from "vitest";
import { owner, useDatabase } from "../support/database";
import { queueSignInMail } from "../support/queued-mail";
import { endWorkers, startWorker, until } from "../support/worker";

useDatabase();
afterEach(endWorkers);

/** As the server's own administrator, from another database of it. */
async function cutOff(isAllowedBack: boolean) {
  const sql = postgres(inject("database").server, { max: 1, onnotice: () => {} });
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await sql`alter database ${sql(name)} allow_connections ${sql.unsafe(String(isAllowedBack))}`;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename like 'throughline_%'`;
  await sql.end();
}

test("a worker outlives a database that is back at once", async () => {
  const { end } = await startWorker();
  await cutOff(true);
  await queueSignInMail("after the cut", "after@people.test");
  await until(
    () => owner()`select state from mail`,
    ([row]) => row?.state === "sent",
    20,
  );
  expect(await end("SIGTERM")).toBe(0);
});

test("a worker whose database stays away ends and says so", { timeout: 60_000 }, async () => {
  const { process: child, said } = await startWorker();
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await cutOff(false);
  expect(await ended).toBe(1);
  expect(said()).toContain("can't reach the database at DATABASE_URL");
  await cutOff(true);
});
