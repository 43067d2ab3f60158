import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { freePort } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { newId } from "@/server/domain/_kernel/ids";
import { onServer, startTestServer, testSecret } from "@/tests/support/server";

export type Stage = { first: string; second: string; databaseUrl: string; clockFile: string; place: string };

type Opened = { stage: Stage; close: () => Promise<void> };
type Ports = readonly [first: number, second: number];
type Settings = Record<string, string | undefined>;

const stagesFile = join(process.cwd(), "test-results", "stages.json");

/** The production build twice on one database, as two addresses, with one worker; the mailbox delivers. */
export async function openStage({ seeded, ports }: { seeded: boolean; ports?: Ports }): Promise<Opened> {
  const place = mkdtempSync(join(tmpdir(), "throughline-stage-"));
  const server = await startTestServer();
  const name = `stage_${newId().replaceAll("-", "")}`;
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(name)} template template0`;
  const databaseUrl = onServer(server.url, name);
  await migrate(databaseUrl, testSecret);

  const [firstPort, secondPort] = ports ?? (await freePorts());
  const first = `http://localhost:${firstPort}`;
  const second = `http://localhost:${secondPort}`;
  const clockFile = join(place, "clock");
  writeFileSync(clockFile, "0");
  const common = settingsOn({ databaseUrl, clockFile, place });
  if (seeded) await ended(run("server/cli/seed.ts", { ...common, APP_URL: first }));
  const children = [
    run("server/cli/serve.ts", { ...common, PORT: String(firstPort), APP_URL: first }),
    run("server/cli/serve.ts", { ...common, PORT: String(secondPort), APP_URL: second }),
    run("server/cli/worker.ts", { ...common, APP_URL: first }),
  ];
  const close = async () => {
    await Promise.all(children.map(stop));
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql.end();
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  };
  try {
    await Promise.all([isWell(first), isWell(second)]);
  } catch (reason) {
    await close();
    throw reason;
  }
  return { stage: { first, second, databaseUrl, clockFile, place }, close };
}

/** One stage for each of the runner's workers: files that run at the same time change nothing under each other. */
export default async function setup({ workers }: { workers: number }) {
  // One after the other: two who ask at the same time may be given the same.
  const ports: Ports[] = [];
  while (ports.length < workers) ports.push(await freePorts());
  const settled = await Promise.allSettled(ports.map((own) => openStage({ seeded: true, ports: own })));
  const opened = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = settled.find(({ status }) => status === "rejected");
  if (failed) {
    await Promise.all(opened.map(({ close }) => close()));
    throw (failed as PromiseRejectedResult).reason;
  }
  mkdirSync(dirname(stagesFile), { recursive: true });
  writeFileSync(stagesFile, JSON.stringify(opened.map(({ stage }) => stage)));
  return () => Promise.all(opened.map(({ close }) => close()));
}

function settingsOn({ databaseUrl, clockFile, place }: Omit<Stage, "first" | "second">): Settings {
  return {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: testSecret,
    EMBEDDED: "1",
    MAIL_TRANSPORT: "mailbox",
    DATA_DIR: join(place, "data"),
    CLOCK_FILE: clockFile,
    REMINDER_TICK_SECONDS: "0.5",
    LOG_LEVEL: "warn",
  };
}

export type AnotherServer = { address: string; port: number; process: ChildProcess };

/** One more web server on the stage, for a test that ends it or needs settings of its own. */
export async function anotherServer(given: Settings = {}): Promise<AnotherServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const settings = { ...settingsOn(theStage()), APP_URL: address, PORT: String(port), ...given };
  const child = run("server/cli/serve.ts", settings);
  await isWell(`http://127.0.0.1:${port}`);
  return { address, port, process: child };
}

const freePorts = async (): Promise<Ports> => [await freePort(), await freePort()];

/** The stage of the worker that asks. */
export function theStage(): Stage {
  const stages = JSON.parse(readFileSync(stagesFile, "utf8")) as Stage[];
  const stage = stages[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (!stage) throw new Error(`there is no stage for worker ${process.env.TEST_PARALLEL_INDEX}`);
  return stage;
}

export function run(entry: string, settings: Settings): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", entry], {
    env: settings as NodeJS.ProcessEnv,
    // The channel ends with us, however we end, and the servers with it.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const last = setTimeout(() => child.kill("SIGKILL"), 8_000);
  await gone;
  clearTimeout(last);
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`seeding ended with ${code}`);
}

async function isWell(address: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((go) => setTimeout(go, 250));
  }
  throw new Error(`${address} did not get well`);
}
