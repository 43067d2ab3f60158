import { EmbeddedRefusal } from "@/db/embedded";
import { SettingsError } from "@/server/env";

/** Why a command cannot go on; the message says what to do. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Runs a command: refusals are printed as one message, surprises with their stack; both exit with 1. */
export async function runCommand(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
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
