import { appendFileSync, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded";
import { runTool } from "./tool";

/** Where Debian and Red Hat put it. */
const places = ["/usr/lib/postgresql/15", "/usr/pgsql-15"];

const find = () => places.find((place) => existsSync(join(place, "bin", "initdb")));

/** The oldest PostgreSQL that is promised to work: this machine's, or one that can be installed now. */
export async function findPostgres15(say: (line: string) => void): Promise<string | undefined> {
  const found = find() ?? (await installed(say));
  if (!found) say("Skipped: PostgreSQL 15 is not here. On Debian 12: `sudo apt-get install postgresql-15`.");
  return found;
}

async function installed(say: (line: string) => void): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing Debian's PostgreSQL 15…");
  const quietly = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  const install = (name: string) => runTool(["apt-get", "install", "-y", "--no-install-recommends", name], quietly);
  await runTool(["apt-get", "update"], quietly);
  if ((await runTool(["apt-cache", "show", "postgresql-15"], quietly)).code !== 0) return undefined;
  // Debian would make and start a cluster of its own. Where it is in use already, it keeps its ways.
  const settings = "/etc/postgresql-common/createcluster.conf";
  if (!existsSync(settings)) {
    await install("postgresql-common");
    if (existsSync(settings)) appendFileSync(settings, "\ncreate_main_cluster = false\n");
  }
  await install("postgresql-15");
  return find();
}

/** Runs on a throw-away cluster of it. */
export async function withPostgres15<Result>(native: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), "throughline-postgres-15-"));
  const binaries = { native, major: 15, version: "15" };
  const started = await startEmbedded({ dataDir, ephemeral: true, binaries });
  try {
    return await work(started.url);
  } finally {
    await started.stop();
    await rm(dataDir, { recursive: true, force: true });
    await rm(started.place, { recursive: true, force: true });
  }
}
