import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret of an installation that nobody gave one: made once, kept beside the data. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "auth-secret");
  const known = readSecret(file);
  if (known) return known;
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(33).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readSecret(file) ?? keptSecret(dataDir);
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}
