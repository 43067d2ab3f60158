import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { Refusal, runCommand } from "@/server/cli/launch/refusal";
import { lineOf, simulate } from "./simulate";

const sizes = { seed: 1, people: 2_000, plans: 3_000, days: 365, kills: 24 };
type Choice = typeof sizes & { say: (line: string) => void };

/** `npm run -s simulate:year -- [--seed n] [--people n] [--plans n] [--days n] [--kills n] [--log [file]]` */
async function simulateYear(): Promise<number> {
  const choice = understand(process.argv.slice(2));
  const place = await mkdtemp(join(tmpdir(), "throughline-simulate-"));
  const server = await startEmbedded({ dataDir: join(place, "data"), ephemeral: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
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
    await keepPlans(server.url);
    const { tallies, breaches } = await simulate({ ...choice, databaseUrl: server.url, place, settings });
    process.stdout.write(`${lineOf(tallies)}\n`);
    return breaches.length === 0 ? 0 : 1;
  } finally {
    await closeDatabase();
    await server.stop();
    await Promise.all([place, server.place].map((path) => rm(path, { recursive: true, force: true })));
  }
}

/** A killed worker's place is taken by one whose connections would try out each query's plans anew: they begin with the lasting one. */
async function keepPlans(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`alter database ${sql(new URL(url).pathname.slice(1))} set plan_cache_mode = force_generic_plan`;
  await sql.end();
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
  if (choice.people < 3 || choice.plans < 1) throw new Refusal("A plan has three people: give at least 3, and a plan.");
  return choice;
}

const isSize = (name: string): name is keyof typeof sizes => Object.hasOwn(sizes, name);

function logTo(file: string | undefined): (line: string) => void {
  const out = file === undefined ? process.stdout : createWriteStream(file);
  return (line) => out.write(`${line}\n`);
}

await runCommand(simulateYear);
