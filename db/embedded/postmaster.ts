import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server that says it runs on this cluster; undefined when it is gone, and then its pid file is removed. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const claimed = readPidFile(cluster);
  if (!claimed) return undefined;
  if (isOurs(claimed.pid, cluster)) return claimed;
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  return undefined;
}

export function readPidFile(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port, ready: lines[7]?.trim() === "ready" } : undefined;
  } catch {
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

/** After a reboot the same number may be somebody else's process. */
function isOurs(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform === "win32") return true;
  const command = processFile(pid, "cmdline")?.replaceAll("\0", " ") ?? ps(pid, "command");
  return command === "" || command.includes(cluster);
}

function isZombie(pid: number): boolean {
  if (process.platform === "win32") return false;
  const stat = processFile(pid, "stat");
  if (stat !== undefined) return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) === "Z";
  return ps(pid, "stat").startsWith("Z");
}

function processFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  return spawnSync("ps", ["-p", String(pid), "-o", `${column}=`], { encoding: "utf8" }).stdout?.trim() ?? "";
}
