import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { Refusal, runCommand } from "@/server/cli/launch/refusal";
import { bundle } from "./bundle";
import { endHalves, playHalf } from "./half";
import { lineOf, type Outcome } from "./simulate";
import { halves } from "./zones";

const sizes = { seed: 1, people: 2_000, plans: 3_000, days: 365, kills: 24 };
type Choice = typeof sizes & { say: (line: string) => void };

/** `npm run -s simulate:year -- [--seed n] [--people n] [--plans n] [--days n] [--kills n] [--log [file]]` */
async function simulateYear(): Promise<number> {
  const choice = understand(process.argv.slice(2));
  const place = await mkdtemp(join(tmpdir(), "throughline-simulate-"));
  const server = await startEmbedded({ dataDir: join(place, "data"), ephemeral: true });
  let clearing: Promise<unknown> | undefined;
  const clearUp = () => {
    const folders = [place, server.place];
    clearing ??= server
      .stop()
      .then(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));
    return clearing;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      endHalves();
      void clearUp().finally(() => process.exit(130));
    });
  const settings = {
    NODE_ENV: "production",
    EMBEDDED: "1",
    DATABASE_URL: server.url,
    DATABASE_POOL: "3",
    DATABASE_PREPARE: "1",
    DATA_DIR: place,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    APP_URL: "http://localhost:3000",
    MAIL_TRANSPORT: "resend",
    MAIL_FROM: "",
    RESEND_API_KEY: "re_simulated",
    LOG_LEVEL: "error",
    SMTP_URL: "",
    CLOCK_FILE: "",
  };
  Object.assign(process.env, settings);
  try {
    await migrate(server.url, settings.AUTH_SECRET);
    const program = await bundle("worker-process", place);
    const half = await bundle("half-process", place);
    const played: Promise<Outcome>[] = [];
    for (const [name, timeZones] of Object.entries(halves)) {
      const databaseUrl = await copyDatabase(server.url, name);
      const plan = { ...halfOf(choice, played.length), databaseUrl, timeZones, program };
      const say = (line: string) => choice.say(`${name} ${line}`);
      played.push(playHalf(half, { ...plan, settings: { ...settings, DATABASE_URL: databaseUrl } }, say));
    }
    const outcomes = await Promise.all(played);
    process.stdout.write(`${lineOf(inAll(outcomes))}\n`);
    return outcomes.every(({ breaches }) => breaches.length === 0) ? 0 : 1;
  } finally {
    await clearUp();
  }
}

/**
 * A database of the same tables for one half. A killed worker's place is taken by one whose connections would try out each query's plans
 * anew: they begin with the lasting one.
 */
async function copyDatabase(url: string, name: string): Promise<string> {
  const from = new URL(url);
  const sql = postgres(url, { max: 1, onnotice: () => {}, database: "postgres" });
  await sql`create database ${sql(name)} template ${sql(from.pathname.slice(1))}`;
  await sql`alter database ${sql(name)} set plan_cache_mode = force_generic_plan`;
  await sql.end();
  return Object.assign(from, { pathname: `/${name}` }).href;
}

/** Both halves of the world are played at once, each by the half of all people on the half of all plans. */
function halfOf({ seed, people, plans, days, kills }: Choice, number: number) {
  const part = (count: number) => (number === 0 ? Math.ceil(count / 2) : Math.floor(count / 2));
  return { seed: seed * 2 + number, people: part(people), plans: part(plans), days, kills: part(kills) };
}

/** The counts of both; the days are the same. */
function inAll(outcomes: Outcome[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { tallies } of outcomes) {
    for (const [name, count] of Object.entries(tallies)) sum[name] = name === "days" ? count : (sum[name] ?? 0) + count;
  }
  return sum;
}

function understand(words: string[]): Choice {
  const choice: Choice = { ...sizes, say: () => {} };
  for (let at = 0; at < words.length; at++) {
    const name = (words[at] ?? "").replace(/^--/, "");
    const value = words[at + 1]?.startsWith("--") ? undefined : words[at + 1];
    if (name === "log") choice.say = logTo(value);
    else if (isSize(name) && /^\d+$/.test(value ?? "")) choice[name] = Number(value);
    else
      throw new Refusal(
        `${words[at]} ${value ?? ""} is not understood. There are: --log, --${Object.keys(sizes).join(", --")}.`,
      );
    if (value !== undefined) at += 1;
  }
  if (choice.people < 6 || choice.plans < 2) {
    throw new Refusal("Half of the world has a plan, and a plan three people: give at least 2 plans and 6 people.");
  }
  return choice;
}

const isSize = (name: string): name is keyof typeof sizes => Object.hasOwn(sizes, name);

function logTo(file: string | undefined): (line: string) => void {
  const out = file === undefined ? process.stdout : createWriteStream(file);
  return (line) => out.write(`${line}\n`);
}

await runCommand(simulateYear);
