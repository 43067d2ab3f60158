import type { Row } from "./row";

const headings = ["name", "unit", "ours", "reference", "ratio", "goal", "meets"] as const;

/** The rows for people: columns aligned, what there is none of left empty. */
export function table(rows: Row[]): string {
  const cells = [[...headings], ...rows.map((row) => headings.map((name) => shown(row[name])))];
  const widths = headings.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
  return `${lines.join("\n")}\n`;
}

function shown(value: Row[keyof Row]): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "MISSED";
  return typeof value === "number" ? value.toLocaleString("en-GB", { maximumSignificantDigits: 3 }) : value;
}
