import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { afterEach, expect, test, vi } from "vitest";
import { type Embedded, EmbeddedRefusal, runningEmbedded, startEmbedded } from "@/db/embedded";
import { makeRunnable } from "@/db/embedded/binaries";
import { isRunning } from "@/db/embedded/postmaster";

const isRoot = process.getuid?.() === 0;
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function emptyDataDir(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "throughline-embedded-"));
  await chmod(directory, 0o755);
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function start(dataDir: string, options: { ephemeral?: boolean } = { ephemeral: true }): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, ...options });
  cleanups.push(() => server.stop());
  return server;
}

async function ask(url: string, query: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return sql.unsafe(query).finally(() => sql.end());
}

/** A server whose launcher died without stopping it. */
async function orphan(dataDir: string): Promise<number> {
  const script = `import { startEmbedded } from "./db/embedded/index.ts";
    console.log((await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })).pid);
    setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = await new Promise<number>((resolve, reject) => {
    launcher.once("exit", (code) => reject(new Error(`the launcher exited with ${code}`)));
    createInterface(launcher.stdout).once("line", (line) => resolve(Number(line)));
  });
  launcher.removeAllListeners("exit");
  const died = new Promise((resolve) => launcher.once("exit", resolve));
  launcher.kill("SIGKILL");
  await died;
  cleanups.push(() => end(pid, "SIGQUIT"));
  return pid;
}

async function end(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (isRunning(pid)) process.kill(pid, signal);
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 10_000 });
}

test("a first start makes a database that only this machine and only its password open", async () => {
  const dataDir = await emptyDataDir();
  const { url, place } = await start(dataDir, {});

  const [row] = await ask(url, "select current_database() as name, current_setting('fsync') as fsync");
  expect(row).toEqual({ name: "throughline", fsync: "on" });
  expect(await ask(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);

  const stranger = new URL(url);
  stranger.password = "guessed";
  await expect(ask(stranger.href, "select 1")).rejects.toThrow(/password authentication failed/);
  expect((await stat(join(dataDir, "postgres.json"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(place, "postgres"))).mode & 0o777).toBe(0o700);
});

test("a second start keeps the data, the port and the password", async () => {
  const dataDir = await emptyDataDir();
  const first = await start(dataDir);
  await ask(first.url, "create table kept as select 7 as number");
  await first.stop();
  expect(runningEmbedded(dataDir)).toBeUndefined();

  const second = await start(dataDir);
  expect(second.url).toBe(first.url);
  expect(runningEmbedded(dataDir)).toBe(first.url);
  expect(await ask(second.url, "select number from kept")).toEqual([{ number: 7 }]);
});

test("a taken port is replaced by a free one", async () => {
  const dataDir = await emptyDataDir();
  const first = await start(dataDir);
  await first.stop();
  const port = Number(new URL(first.url).port);
  const squatter = (await import("node:net")).createServer().listen(port, "127.0.0.1");
  cleanups.push(() => squatter.close());

  const second = await start(dataDir);
  expect(Number(new URL(second.url).port)).not.toBe(port);
});

test("a server left by a killed launcher is used again, and left running by whoever found it", async () => {
  const dataDir = await emptyDataDir();
  const pid = await orphan(dataDir);

  const found = await start(dataDir);
  expect(found).toMatchObject({ reused: true, pid });
  await found.stop();
  expect(await ask(found.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("what was committed is there after the server was killed", async () => {
  const dataDir = await emptyDataDir();
  const pid = await orphan(dataDir);
  const url = runningEmbedded(dataDir) ?? "";
  await ask(url, "create table kept as select 7 as number");
  await end(pid, "SIGKILL");

  const next = await start(dataDir, {});
  expect(next.reused).toBe(false);
  expect(await ask(next.url, "select number from kept")).toEqual([{ number: 7 }]);
});

test.each(["dead", "somebody else's", "zombie"])(
  "a pid file naming a %s process does not stop a start",
  async (kind) => {
    const dataDir = await emptyDataDir();
    const first = await start(dataDir);
    await first.stop();
    const pid = kind === "zombie" ? await zombie() : kind === "dead" ? 4_190_000 : process.pid;
    await writeFile(join(first.place, "postgres", "postmaster.pid"), `${pid}\n/nowhere\n0\n5432\n\n\n\nready\n`);

    const second = await start(dataDir);
    expect(await ask(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  },
);

async function zombie(): Promise<number> {
  const parent = spawn("/bin/sh", ["-c", "true & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
  cleanups.push(() => parent.kill("SIGKILL"));
  const pid = await new Promise<number>((resolve) =>
    createInterface(parent.stdout).once("line", (line) => resolve(Number(line))),
  );
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
  return pid;
}

test("two starts at once share one server", async () => {
  const dataDir = await emptyDataDir();
  const both = await Promise.all([start(dataDir), start(dataDir)]);
  expect(both.map((server) => server.reused).sort()).toEqual([false, true]);
  expect(both[0].url).toBe(both[1].url);
});

test("a first start that was killed half-way is begun again", async () => {
  const dataDir = await emptyDataDir();
  await mkdir(join(dataDir, "postgres.new", "base"), { recursive: true });
  await writeFile(join(dataDir, "postgres.new", "PG_VERSION"), "18\n");
  await writeFile(join(dataDir, "postgres.lock"), "4190000");
  const { url } = await start(dataDir);
  expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("data of a newer PostgreSQL is refused untouched", async () => {
  const dataDir = await emptyDataDir();
  await mkdir(join(dataDir, "postgres"));
  await writeFile(join(dataDir, "postgres", "PG_VERSION"), "99\n");
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/written by PostgreSQL 99.*Update Throughline/);
  expect(await readFile(join(dataDir, "postgres", "PG_VERSION"), "utf8")).toBe("99\n");
});

test("a place that cannot be written to is named with the remedy", async () => {
  const dataDir = await emptyDataDir();
  await writeFile(join(dataDir, "file"), "");
  const refused = startEmbedded({ dataDir: join(dataDir, "file", "data") });
  await expect(refused).rejects.toBeInstanceOf(EmbeddedRefusal);
  await expect(refused).rejects.toThrow(/Cannot write to .* Set DATA_DIR/);
});

test.runIf(existsSync("/proc"))("so is one on a file system that makes no folders", async () => {
  await expect(startEmbedded({ dataDir: "/proc/throughline/data" })).rejects.toThrow(/Cannot write to .* Set DATA_DIR/);
});

test("library links are put back when install scripts were off", async () => {
  const native = join(await emptyDataDir(), "native");
  await mkdir(join(native, "lib"), { recursive: true });
  await writeFile(join(native, "lib", "libpq.so.5.18"), "");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  await writeFile(join(native, "pg-symlinks.json"), JSON.stringify(links));

  for (const _ of ["first", "again"]) {
    expect(await makeRunnable({ native, major: 18, version: "18.4.0" }, undefined, native)).toBe(native);
    expect((await lstat(join(native, "lib", "libpq.so.5"))).isSymbolicLink()).toBe(true);
  }
});

test.runIf(isRoot)("started by root in a directory nobody else may enter, it keeps the data elsewhere", async () => {
  const home = await emptyDataDir();
  await chmod(home, 0o700);
  const dataDir = join(home, "project", ".data");
  const first = await start(dataDir);
  cleanups.unshift(() => rm(first.place, { recursive: true, force: true }));
  expect(first.place.startsWith(home)).toBe(false);
  await ask(first.url, "create table kept as select 7 as number");
  await first.stop();

  await chmod(home, 0o755);
  const second = await start(dataDir);
  expect(second.place).toBe(first.place);
  expect(await ask(second.url, "select number from kept")).toEqual([{ number: 7 }]);
});

test("stopping ends the server and frees its port", async () => {
  const server = await start(await emptyDataDir());
  await server.stop();
  await server.stop();
  expect(isRunning(server.pid)).toBe(false);
  expect(existsSync(join(server.place, "postgres", "postmaster.pid"))).toBe(false);
  const refused = new Promise((resolve) => {
    connect(Number(new URL(server.url).port), "127.0.0.1").once("error", (error) => resolve(error.message));
  });
  expect(await refused).toMatch(/ECONNREFUSED/);
});
