/**
 * Markdown written over several indented lines in the source, as a person would type it: a paragraph or a list item becomes
 * one line. Tag for template literals without substitutions.
 */
export function prose(literal: TemplateStringsArray): string {
  const lines = literal
    .join("")
    .split("\n")
    .map((line) => line.trim());
  return lines.reduce((text, line) => text + gap(text, line) + line, "").trim();
}

function gap(before: string, line: string): string {
  if (line === "") return before.endsWith("\n") ? "" : "\n\n";
  if (before === "" || before.endsWith("\n")) return "";
  return /^(- |\d+\. )/.test(line) ? "\n" : " ";
}
