import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Embedded, freePort, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "throughline-start-"));
  await chmod(dataDir, 0o755);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Runs a command with these settings and no others of ours. */
async function command(name: string, given: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", `server/cli/${name}.ts`], {
    env: { PATH, HOME, NODE_ENV: "development" as const, DATA_DIR: dataDir, ...given },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

const production = { APP_URL: "https://plans.example.com", AUTH_SECRET: "a secret that is long enough to be one" };
const nobody = "postgres://owner:secret@127.0.0.1:9/throughline";

test("a taken port is named, with another one to try", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as AddressInfo;
  const { code, said } = await command("start", { PORT: String(port) }).finally(() => taken.close());
  expect(said).toContain(`Port ${port} is taken by another program.`);
  expect(said).toContain(`PORT=${port + 1} npm start`);
  expect(code).toBe(1);
});

test("a data directory that cannot be written to is named", async () => {
  await writeFile(join(dataDir, "file"), "");
  const { code, said } = await command("migrate", { DATA_DIR: join(dataDir, "file", "data") });
  expect(said).toMatch(/Cannot write to .*Set DATA_DIR to a directory/);
  expect(code).toBe(1);
});

test("data of a newer PostgreSQL is refused", async () => {
  await mkdir(join(dataDir, "postgres"));
  await writeFile(join(dataDir, "postgres", "PG_VERSION"), "99\n");
  const { code, said } = await command("migrate", {});
  expect(said).toMatch(/written by PostgreSQL 99.*Update Throughline, or set DATA_DIR/);
  expect(code).toBe(1);
});

describe("a database that a newer Throughline migrated", () => {
  let database: Embedded;

  beforeAll(async () => {
    const place = await mkdtemp(join(tmpdir(), "throughline-newer-"));
    await chmod(place, 0o755);
    database = await startEmbedded({ dataDir: place, ephemeral: true });
    await migrate(database.url, production.AUTH_SECRET);
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', ${Date.now() + 86_400_000})`;
    await sql.end();
  }, 60_000);
  afterAll(async () => {
    await database.stop();
    await rm(database.place, { recursive: true, force: true });
  });

  test.each(["start", "serve", "worker", "migrate", "seed"])("is refused by %s, with the way out", async (name) => {
    const { code, said } = await command(name, {
      ...production,
      DATABASE_URL: database.url,
      MAIL_TRANSPORT: "mailbox",
      PORT: String(await freePort()),
    });
    expect(said).toContain(
      "This database was migrated by a newer Throughline: 1 of its migrations are unknown here. " +
        "Update this Throughline to the version that made them, or use another database.",
    );
    expect(said).not.toMatch(/ {4}at /);
    expect(code).toBe(1);
  });

  test("is named by the doctor in the same words", async () => {
    const { code, said } = await command("doctor", { ...production, DATABASE_URL: database.url });
    expect(said).toMatch(/problem +migrations: 1 are newer than this version\n +Update this Throughline to/);
    expect(code).toBe(1);
  });
});

test("a database that does not answer is named, with both ways out", async () => {
  const { code, said } = await command("migrate", { ...production, DATABASE_URL: nobody });
  expect(said).toMatch(
    /The database at 127\.0\.0\.1:9 cannot be used: .*\nStart it or mend DATABASE_URL; without DATABASE_URL/,
  );
  expect(said).not.toContain("secret");
  expect(code).toBe(1);
});

test("production without a secret does not start", async () => {
  const { code, said } = await command("migrate", {
    ...production,
    NODE_ENV: "production",
    DATABASE_URL: nobody,
    AUTH_SECRET: "",
  });
  expect(said).toMatch(/AUTH_SECRET is missing\. Make one with/);
  expect(code).toBe(1);
});

test("the address of a database that is not running is not made up", async () => {
  const { code, said } = await command("db-url", {});
  expect(said).toMatch(/No bundled PostgreSQL is running on .* Start it with `npm start`/);
  expect(code).toBe(1);
});

test("the doctor finds nothing wrong after a first migration, and says what is wrong before", async () => {
  const before = await command("doctor", {});
  expect(before.said).toMatch(/problem +role throughline_app: is missing\n +Run `npm run migrate`/);
  expect(before.code).toBe(1);
  expect((await command("migrate", {})).code).toBe(0);
  const after = await command("doctor", {});
  expect(after.said).not.toContain("problem");
  expect(after.said).toMatch(/ok +migrations: all \d+ applied/);
  expect(after.code).toBe(0);
}, 60_000);
