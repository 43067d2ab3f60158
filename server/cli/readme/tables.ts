import { permissions, standings } from "@/server/domain/_kernel/permissions";
import { settings } from "@/server/env";

/** The tables of README.md, by the name of their place in it. */
export const tables = { settings: settingsTable, permissions: permissionTable };

function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const unset = schema.safeParse(undefined);
    const byDefault = unset.success && unset.data !== undefined ? `\`${unset.data}\`` : "";
    return [`\`${name}\``, byDefault, schema.description ?? ""];
  });
  return table(["Setting", "Default", "What it is"], rows);
}

/** A person is whoever is signed in; the rest is how they stand in one workspace or in one plan. */
function permissionTable(): string {
  const rows = Object.entries(permissions).map(([permission, allowed]) => [
    `\`${permission}\``,
    ...standings.map((standing) => ((allowed as readonly string[]).includes(standing) ? "yes" : "")),
  ]);
  return table(["", ...standings.map((standing) => standing.replace(".", " "))], rows);
}

const table = (headings: string[], rows: string[][]) =>
  [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const startOf = (name: string) => `<!-- ${name}: written by npm run readme -->`;
const endOf = (name: string) => `<!-- end of ${name} -->`;

/** The text with each table as it is now. */
export function withTables(text: string): string {
  return Object.entries(tables).reduce((done, [name, make]) => {
    const [start, end] = [done.indexOf(startOf(name)), done.indexOf(endOf(name))];
    if (start < 0 || end < start) throw new Error(`README.md has no place for the table of ${name}`);
    return `${done.slice(0, start)}${startOf(name)}\n\n${make()}\n\n${done.slice(end)}`;
  }, text);
}
