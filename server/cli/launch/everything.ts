import { resolve } from "node:path";
import type { Embedded } from "@/db/embedded";
import { env, launchSettings } from "@/server/env";
import { buildWhenChanged } from "./build";
import { type Child, startChild, stopChildren, waitForHealth } from "./children";
import { migrateDatabase, openDatabase } from "./database";
import { seedOnFirstRun } from "./demo";
import { refuseTakenPort } from "./ports";
import { runCommand } from "./refusal";

/** Everything on this machine: database, web server and worker, stopped again by Ctrl-C. */
export async function startEverything(mode: "production" | "development"): Promise<void> {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });
  await runCommand(async () => {
    // A closed terminal takes no more words; stopping in order goes on without them.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    const settings = launchSettings();
    const asked = stopSignal();
    await refuseTakenPort(settings.HOST, settings.PORT);
    const database = await openDatabase();
    const children: Child[] = [];
    try {
      if (database.embedded) sayWhere(database.embedded, settings.DATA_DIR);
      const preparing = prepare(database.url, mode);
      if ((await Promise.race([preparing, asked])) === "stop") return 0;
      children.push(startChild("The web server", "server/cli/serve.ts", mode === "development" ? ["--dev"] : []));
      children.push(startChild("The worker", "server/cli/worker.ts"));
      const origin = `http://localhost:${settings.PORT}`;
      if ((await Promise.race([waitForHealth(origin, children), asked])) === "stop") return 0;
      say(welcome());
      const end = await Promise.race([asked, ...children.map((child) => child.ended)]);
      if (end === "stop") return 0;
      process.stderr.write(`\n${end}. Stopping everything.\n`);
      return 1;
    } finally {
      await stopChildren(children);
      await database.stop();
    }
  });
}

async function prepare(databaseUrl: string, mode: "production" | "development"): Promise<void> {
  await migrateDatabase(databaseUrl);
  const building = mode === "production" ? buildWhenChanged(say) : undefined;
  const filling = env.EMBEDDED ? seedOnFirstRun(databaseUrl, say) : undefined;
  await Promise.all([building, filling]);
}

/** The first signal stops in order; the second one, from somebody impatient, at once. */
function stopSignal(): Promise<"stop"> {
  return new Promise((stop) => {
    let firstAt = 0;
    const leave = () => {
      // npm passes on the Ctrl-C that the terminal has already sent here.
      if (firstAt && Date.now() - firstAt > 1_000) process.exit(130);
      if (!firstAt) say("Stopping…");
      firstAt ||= Date.now();
      stop("stop");
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, leave);
    onEndOfNpm(leave);
  });
}

/** A signal that ends npm ends the shell between npm and us, and does not reach us. */
function onEndOfNpm(leave: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    leave();
  }, 250);
  watch.unref();
}

function sayWhere({ reused, pid, place }: Embedded, dataDir: string): void {
  if (reused) say(`Using the PostgreSQL that already runs here (process ${pid}); it will be left running.`);
  if (place !== resolve(dataDir)) {
    say(`PostgreSQL's own user cannot enter ${dataDir}, so the database is kept in ${place}.`);
  }
}

function welcome(): string {
  const tryThis = [
    "  Look around as the seller or as a buyer: the two buttons on the first page",
    `  Read every mail it sends:                ${env.APP_URL}/mailbox`,
  ];
  return ["", `Throughline is at ${env.APP_URL}`, ...(env.EMBEDDED ? tryThis : []), "Ctrl-C stops it.", ""].join("\n");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
