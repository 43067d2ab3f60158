import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning } from "./postmaster";
import { EmbeddedRefusal } from "./refusal";

/** What has to be the same at the next start. Kept in the data directory, readable by its owner only. */
export type State = { place: string; port: number; password: string };

const fileName = "postgres.json";

export function readState(dataDir: string): State | undefined {
  const file = join(dataDir, fileName);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as State) : undefined;
}

export async function writeState(dataDir: string, state: State): Promise<void> {
  const file = join(dataDir, fileName);
  await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export function newPassword(): string {
  return randomBytes(24).toString("hex");
}

export async function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred === 0 ? reject(error) : resolve(freePort())));
    probe.listen({ port: preferred, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Two launchers on one data directory take turns. A lock whose holder died is taken over. */
export async function withLock<Result>(dataDir: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(dataDir, "postgres.lock");
  await makeWritable(dataDir);
  const giveUp = Date.now() + 2 * abandonedAfterMs;
  for (;;) {
    const handle = await open(file, "wx").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
      return undefined;
    });
    if (handle) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      held.add(file);
      break;
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    else if (Date.now() > giveUp) {
      throw new EmbeddedRefusal(`Another start on ${dataDir} does not finish. End it, or remove ${file}.`);
    } else await pause(25);
  }
  try {
    return await work();
  } finally {
    held.delete(file);
    await rm(file, { force: true });
  }
}

const held = new Set<string>();
const abandonedAfterMs = 90_000;

/** In a container the dead holder's number is soon somebody's again, even our own: then only its age tells. */
async function isAbandoned(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, "utf8").catch(() => ""));
  if (holder === process.pid) return !held.has(file);
  if (holder > 0 && !isRunning(holder)) return true;
  const written = await stat(file).catch(() => undefined);
  return written !== undefined && Date.now() - written.mtimeMs > abandonedAfterMs;
}

async function makeWritable(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await writeFile(join(dataDir, ".writable"), "");
    await rm(join(dataDir, ".writable"), { force: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedRefusal(
      `Cannot write to ${dataDir} (${reason}). Set DATA_DIR to a directory that you can write to.`,
    );
  }
}

/** Not by node's own `recursive`, which tries for ever where a file system makes no folder in one that is there. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path);
  }
}
