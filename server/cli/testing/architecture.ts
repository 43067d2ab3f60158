import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IFlattenedRuleSet,
  type IViolation,
} from "dependency-cruiser";
import { filesUnder } from "../launch/sources";
import { mirrorAsJavaScript } from "./mirror";

const rooms = ["app", "server", "db", "emails", "tests"];
const followed = /\.(tsx?|mjs|css|json)$/;
const counted = /\.(tsx?|mjs|css)$/;
const longestFileLines = 300;

/** Which imports and files break the rules of the rooms, one line each with where the code belongs. */
export async function architectureViolations(): Promise<string[]> {
  const files = rooms.flatMap((room) => filesUnder(room));
  return [
    ...(await importViolations(["package.json", ...files.filter((file) => followed.test(file))])),
    ...longFiles(files),
  ];
}

async function importViolations(files: string[]): Promise<string[]> {
  const rules = createRequire(import.meta.url)("../../../.dependency-cruiser.cjs") as IFlattenedRuleSet & {
    options: ICruiseOptions;
  };
  const mirror = resolve("test-results/architecture");
  const originals = await mirrorAsJavaScript(files, mirror);
  const { output } = await cruise(
    ["."],
    { ...rules.options, baseDir: mirror, ruleSet: rules, validate: true },
    {
      alias: { "@": mirror },
      extensions: [".js", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  );
  const nameOf = (path: string) => originals.get(path) ?? path;
  const remedyOf = (name: string) => rules.forbidden?.find((rule) => rule.name === name)?.comment ?? "";
  return (output as ICruiseResult).summary.violations.map((found) => describe(found, nameOf, remedyOf));
}

function describe(
  { from, to, rule, cycle }: IViolation,
  nameOf: (path: string) => string,
  remedyOf: (rule: string) => string,
): string {
  const path = [from, ...(cycle?.map((step) => step.name) ?? [to])].map(nameOf).join(" → ");
  return `${path}\n    ${rule.name}: ${remedyOf(rule.name)}`;
}

function longFiles(files: string[]): string[] {
  return files
    .filter((file) => counted.test(file))
    .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > longestFileLines)
    .map(
      ({ file, lines }) =>
        `${file} has ${lines} lines\n    short-files: ${longestFileLines} at most. Split it by what its parts do.`,
    );
}
