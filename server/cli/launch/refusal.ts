import { EmbeddedRefusal } from "@/db/embedded";
import { SettingsError } from "@/server/env";

/** Why a command cannot go on; the message says what to do. */
export class Refusal extends Error {
  override name = "Refusal";
}

/**
 * Runs a command: refusals are printed as one message, surprises with their stack; both exit with 1. A command that says its
 * exit code ends here, whatever connection is still idle; a server says none.
 */
export async function runCommand(main: () => Promise<number | undefined>): Promise<void> {
  try {
    const code = await main();
    // Not before a pipe has taken what was written.
    if (code !== undefined) process.stdout.write("", () => process.exit(code));
  } catch (error) {
    const isExpected = error instanceof Refusal || error instanceof EmbeddedRefusal || error instanceof SettingsError;
    process.stderr.write(`\n${isExpected ? error.message : reasonOf(error, true)}\n`);
    process.exit(1);
  }
}

export function reasonOf(error: unknown, withStack = false): string {
  if (!(error instanceof Error)) return String(error);
  if (withStack) return error.stack ?? error.message;
  // A failed connection to a name with several addresses has its reasons inside.
  const inner = error instanceof AggregateError ? error.errors.map((one) => reasonOf(one)).join("; ") : "";
  return error.message || inner || ("code" in error ? String(error.code) : error.name);
}
