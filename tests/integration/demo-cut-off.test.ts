import { spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { expect, test } from "vitest";
import { halfMadeDemo, makingId, takeAway } from "@/db/seed/half-made";
import { lookAroundAs } from "@/db/seed/look-around";
import { createWorkspace } from "@/server/domain/workspace";
import { env } from "@/server/env";
import { owner, useDatabase } from "@/tests/support/database";
import { aParticipant, aPlan, aStep, aWorkspace } from "@/tests/support/factory";
import { tenantDigest } from "@/tests/support/snapshot";
import { until } from "@/tests/support/worker";

useDatabase();

/** What the launcher does once the tables are there, in a process of its own; answers with what it said. */
async function start(): Promise<string> {
  const script = `import { seedOnFirstRun } from "./server/cli/launch/demo.ts";
    await seedOnFirstRun(process.env.DATABASE_URL, (line) => console.log(line));`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(0);
  return said;
}

/** A first start whose machine goes off while the demo is made. */
async function seedingIsCutOff(plans: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/cli/seed.ts"], {
    env: { ...process.env, NODE_ENV: "development" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  await until(
    () => owner()`select 1 from plan`,
    (found) => found.length >= plans,
    60,
  );
  child.kill("SIGKILL");
  await ended;
}

const demoPlans = () => owner()`select p.customer_name from plan p join workspace w on w.id = p.workspace_id
  join member m on m.workspace_id = w.id and m.email = ${lookAroundAs.seller} and m.role = 'owner'
  where w.name = 'Acme Scheduling'`;

test("a demo that was cut off while it was made is made anew, and what a person made meanwhile stays", {
  timeout: 180_000,
}, async () => {
  await seedingIsCutOff(2);
  expect((await demoPlans()).length).toBeLessThan(5);
  const half = (await halfMadeDemo())?.workspaceId ?? "";
  const own = await aWorkspace();
  await aPlan({ workspace: own });
  const [dana] = await owner()`select id from person where email = ${lookAroundAs.seller}`;
  const { id: asDana } = await createWorkspace.run({ personId: dana?.id }, { name: "A try of mine", country: "NL" });
  const before = [await tenantDigest(own.workspaceId), await tenantDigest(asDana)];

  expect(await start()).toMatch(/making it anew/);
  expect(new Set((await demoPlans()).map((row) => row.customer_name)).size).toBe(5);
  expect(await demoPlans()).toHaveLength(5);
  expect(Object.values(await tenantDigest(half)).filter((rows) => !rows.startsWith("0 "))).toEqual([]);
  expect(await owner()`select 1 from mail where workspace_id = ${half}`).toHaveLength(0);
  expect([await tenantDigest(own.workspaceId), await tenantDigest(asDana)]).toEqual(before);

  const whole = await owner()`select id from workspace where name = 'Acme Scheduling'`;
  expect(await start()).toBe("");
  expect(await owner()`select id from workspace where name = 'Acme Scheduling'`).toEqual(whole);
});

test("half a demo is taken away by an owner of the tables who is no superuser", async () => {
  const { owner: founder } = await aWorkspace();
  const made = await createWorkspace.run(founder, { name: "Half", country: "NL" }, makingId);
  const plan = await aPlan({ workspace: { workspaceId: made.id, slug: made.slug, name: made.name, owner: founder } });
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  await aStep(plan, { ownerId: seller.participantId });
  const other = await aPlan();
  const before = await tenantDigest(other.workspaceId);

  const role = `demo_owner_${made.id.slice(-12)}`;
  const sql = owner();
  await sql.unsafe(`create role ${role} login password 'of a test'`);
  const tables = await sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  await sql.unsafe(`grant create, usage on schema public to ${role}`);
  for (const { relname } of tables) await sql.unsafe(`alter table "${relname}" owner to ${role}`);
  const address = new URL(env.DATABASE_URL);
  Object.assign(address, { username: role, password: "of a test" });
  const confined = postgres(address.href, { max: 1, onnotice: () => {} });
  try {
    expect(await confined`select 1 from plan`).toHaveLength(0);
    await takeAway(confined, { workspaceId: made.id, personId: founder.personId });
  } finally {
    await confined.end();
    await sql.unsafe(`reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`);
  }
  expect(Object.values(await tenantDigest(made.id)).filter((rows) => !rows.startsWith("0 "))).toEqual([]);
  expect(await tenantDigest(other.workspaceId)).toEqual(before);
  const [unforced] = await owner()`select 1 from pg_class where relname = 'step' and not relforcerowsecurity`;
  expect(unforced).toBeUndefined();
});
