import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { chmod, chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { type Account, own } from "./account";
import { readPidFile } from "./postmaster";
import { EmbeddedRefusal } from "./refusal";

export const ownerName = "throughline";

const run = promisify(execFile);
const startSeconds = 60;
const logLimitBytes = 5_000_000;

/** Nothing of ours leaks in: a PGDATA or a broken locale of the shell must not decide how the server runs. */
const { NODE_ENV, PATH, SYSTEMROOT } = process.env;
const cleanEnvironment: NodeJS.ProcessEnv = { NODE_ENV, PATH, SYSTEMROOT, LC_ALL: "C" };

export type Cluster = {
  native: string;
  major: number;
  directory: string;
  account: Account | undefined;
  ephemeral: boolean;
};

export function refuseOtherMajor(directory: string, major: number): void {
  const file = join(directory, "PG_VERSION");
  if (!existsSync(file)) return;
  const found = Number(readFileSync(file, "utf8"));
  if (found === major) return;
  const remedy =
    found > major
      ? "Update Throughline, or set DATA_DIR to another directory."
      : `Start it with the Throughline that wrote it and move the data with pg_dump, or set DATA_DIR to another directory.`;
  throw new EmbeddedRefusal(
    `${directory} was written by PostgreSQL ${found}; the bundled one is PostgreSQL ${major}. ${remedy}`,
  );
}

/** Written beside its final place and renamed when whole, so that a killed first start leaves nothing half-made. */
export async function createCluster(cluster: Cluster, password: string): Promise<void> {
  const { directory, native, account } = cluster;
  if (existsSync(join(directory, "PG_VERSION"))) return;
  const unfinished = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const options = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`, `--username=${ownerName}`, "--encoding=UTF8"];
  const sync = cluster.ephemeral ? ["--no-sync"] : [];
  try {
    await run(
      binary(native, "initdb"),
      ["-D", unfinished, "--no-instructions", ...options, ...localeOf(cluster), ...sync],
      {
        ...account,
        cwd: dirname(native),
        env: cleanEnvironment,
      },
    );
    await rename(unfinished, directory);
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new EmbeddedRefusal(`PostgreSQL could not make its data directory ${directory}:\n${detail}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The server's own, where it has one: what the system has may sort otherwise after its next update. */
const localeOf = ({ major }: Cluster) =>
  major >= 17 ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"];

/** Starts the server in a process group of its own: Ctrl-C reaches the launcher, which stops things in order. */
export async function runServer(cluster: Cluster, port: number): Promise<ChildProcess> {
  const { directory, native, account } = cluster;
  const logFile = `${directory}.log`;
  const giveUp = Date.now() + startSeconds * 1000;
  for (;;) {
    const log = openLog(logFile, account);
    const from = statSync(logFile).size;
    const child = spawn(binary(native, "postgres"), ["-D", directory, ...serverOptions(cluster, port)], {
      ...account,
      cwd: directory,
      env: cleanEnvironment,
      detached: true,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    if (await becomesReady(child, directory, giveUp)) {
      child.unref();
      return child;
    }
    const said = readFileSync(logFile, "utf8").slice(from).trim();
    // Backends of a killed server still hold its memory for a moment.
    const passing = /pre-existing shared memory block|lock file .* already exists/.test(said);
    if (!passing || Date.now() > giveUp) {
      throw new EmbeddedRefusal(
        `The bundled PostgreSQL did not start. Its log (${logFile}) says:\n${said.slice(-1500)}`,
      );
    }
    await pause(250);
  }
}

async function becomesReady(child: ChildProcess, directory: string, giveUp: number): Promise<boolean> {
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const postmaster = readPidFile(directory);
    if (postmaster?.ready && postmaster.pid === child.pid) return true;
    if (Date.now() > giveUp) {
      child.kill("SIGQUIT");
      return false;
    }
    await pause(10);
  }
  return false;
}

export async function stopServer(cluster: Cluster, child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  if (gone()) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.ref();
  if (process.platform === "win32") {
    await run(binary(cluster.native, "pg_ctl"), ["stop", "-m", "fast", "-D", cluster.directory]).catch(() => undefined);
  } else child.kill("SIGINT");
  await Promise.race([exit, pause(10_000, undefined, { ref: false })]);
  if (!gone()) {
    child.kill("SIGQUIT");
    await exit;
  }
}

function serverOptions({ ephemeral }: Cluster, port: number): string[] {
  const options: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    max_parallel_workers_per_gather: "0",
    jit: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(ephemeral && { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  return Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function openLog(file: string, account: Account | undefined): number {
  const grown = existsSync(file) && statSync(file).size > logLimitBytes;
  const descriptor = openSync(file, grown ? "w" : "a");
  chmodSync(file, 0o600);
  if (account) chownSync(file, account.uid, account.gid);
  return descriptor;
}

function binary(native: string, name: string): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Files that a copy or an unpacking left to us belong to the account that runs the server. */
export async function handOver({ directory, account }: Cluster): Promise<void> {
  if (!account || !existsSync(directory) || statSync(directory).uid === account.uid) return;
  await own(account, directory);
  await chmod(directory, 0o700);
}
