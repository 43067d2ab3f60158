import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chmod, chown, lchown, mkdir, readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EmbeddedRefusal } from "./refusal";

/** The user that PostgreSQL runs as when we are root, which it refuses to be. */
export type Account = { uid: number; gid: number };

/** None is needed unless we are root. An existing cluster keeps its owner. */
export function chooseAccount(cluster: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (cluster && existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ["postgres", "nobody", "daemon"]) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new EmbeddedRefusal(
    "PostgreSQL does not run as root, and there is no user to switch to. Start as an ordinary user, or set DATABASE_URL.",
  );
}

function lookUp(name: string): Account | undefined {
  try {
    const ask = (what: string) => Number(execFileSync("id", [what, name], { stdio: ["ignore", "pipe", "ignore"] }));
    const [uid, gid] = [ask("-u"), ask("-g")];
    return uid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

export function canEnter(account: Account, directory: string): boolean {
  const script = 'cd "$1" && test -r .';
  return spawnSync("/bin/sh", ["-c", script, "sh", directory], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

export async function own(account: Account, path: string): Promise<void> {
  await lchown(path, account.uid, account.gid);
  const entry = await stat(path).catch(() => undefined);
  if (!entry?.isDirectory()) return;
  for (const child of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, child.name);
    if (child.isDirectory()) await own(account, inner);
    else await lchown(inner, account.uid, account.gid);
  }
}

/** Where the cluster goes: inside the data directory, unless the account cannot get there (a project in root's home). */
export async function choosePlace(dataDir: string, account: Account | undefined): Promise<string> {
  if (!account) return dataDir;
  await mkdir(dataDir, { recursive: true });
  if (canEnter(account, dataDir)) return dataDir;
  await chmod(dataDir, 0o755);
  if (canEnter(account, dataDir)) return dataDir;

  const name = `throughline-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12)}`;
  for (const parent of ["/var/lib", tmpdir()]) {
    const place = join(parent, name);
    const usable = await mkdir(place, { recursive: true, mode: 0o755 })
      .then(() => chown(place, 0, 0))
      .then(() => chmod(place, 0o755))
      .then(() => canEnter(account, place))
      .catch(() => false);
    if (usable) return place;
  }
  throw new EmbeddedRefusal(
    `PostgreSQL cannot run as root, and no other user can enter ${dataDir}. Set DATA_DIR to a directory outside of root's home.`,
  );
}
