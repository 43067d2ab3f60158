import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withTables } from "@/server/cli/readme/tables";

const documents = ["README.md", "CONTRIBUTING.md", "docs/architecture.md"];
const read = (file: string) => readFileSync(file, "utf8");
const scripts = Object.keys(JSON.parse(read("package.json")).scripts);

test("the tables of settings and permissions are those of the code: `npm run readme` writes them", () => {
  expect(read("README.md")).toBe(withTables(read("README.md")));
});

test.each(documents)("%s names only commands that there are", (file) => {
  const named = [...read(file).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name);
  for (const name of named) expect(scripts).toContain(name);
});

test.each(documents)("%s points only at files that there are", (file) => {
  const folder = file.includes("/") ? `${file.slice(0, file.lastIndexOf("/"))}/` : "";
  const targets = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target]) => target);
  for (const target of targets) expect(existsSync(folder + target), target).toBe(true);
});
