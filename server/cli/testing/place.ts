import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startEmbedded } from "@/db/embedded";
import { startChild, stopChildren, waitForHealth } from "../launch/children";
import { migrateDatabase } from "../launch/database";
import { seedNow } from "../launch/demo";

export type Place = { settings: Record<string, string>; close(): Promise<void> };

/** A whole Throughline for the browser tests: two web servers and a worker on a database of their own. */
export async function openPlace(): Promise<Place> {
  const directory = mkdtempSync(join(tmpdir(), "throughline-e2e-"));
  chmodSync(directory, 0o755);
  const clockFile = join(directory, "clock");
  writeFileSync(clockFile, "0");
  const database = await startEmbedded({ dataDir: directory, ephemeral: true });
  const children: ReturnType<typeof startChild>[] = [];
  const close = async () => {
    await stopChildren(children);
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const [first, second] = [await freePort(), await freePort()];
    const address = (port: number) => `http://localhost:${port}`;
    const common = {
      NODE_ENV: "production",
      EMBEDDED: "1",
      HOST: "localhost",
      DATABASE_URL: database.url,
      DATA_DIR: directory,
      AUTH_SECRET: randomBytes(33).toString("base64url"),
      MAIL_TRANSPORT: "mailbox",
      CLOCK_FILE: clockFile,
      REMINDER_TICK_SECONDS: "0.5",
      LOG_LEVEL: "warn",
    };
    const web = (port: number) => ({ ...common, PORT: String(port), APP_URL: address(port) });
    Object.assign(process.env, web(first));
    await migrateDatabase(database.url);
    await seedNow();
    children.push(startChild("The worker", "server/cli/worker.ts", [], web(first)));
    children.push(startChild("The first web server", "server/cli/serve.ts", [], web(first)));
    children.push(startChild("The second web server", "server/cli/serve.ts", [], web(second)));
    await Promise.all([waitForHealth(address(first), children), waitForHealth(address(second), children)]);
    return {
      close,
      settings: { ...common, E2E_URL: address(first), E2E_URL_2: address(second), E2E_CLOCK_FILE: clockFile },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
