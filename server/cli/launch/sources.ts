import { existsSync, readdirSync } from "node:fs";

/** Every file below a directory, in one order on every machine. */
export function filesUnder(directory: string, leaveOut: string[] = []): string[] {
  if (!existsSync(directory) || leaveOut.includes(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${directory}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path, leaveOut) : [path];
    });
}
