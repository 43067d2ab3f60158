import { buildWhenChanged } from "../launch/build";
import { reasonOf } from "../launch/refusal";
import { architectureViolations } from "./architecture";
import { findBrowser } from "./browser";
import { findPostgres15, withPostgres15 } from "./postgres-15";
import { broken, type Count, countPlaywright, countVitest, held, leftOut } from "./report";
import { runTool } from "./tool";

export type Stage = { name: string; run(words: string[]): Promise<Count> };

const say = (line: string) => void process.stdout.write(`${line}\n`);

export const stages: Stage[] = [
  { name: "types", run: () => quietly(["node_modules/typescript/bin/tsc", "--noEmit"]) },
  {
    name: "lint",
    run: () => quietly(["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "--colors=off"]),
  },
  { name: "architecture", run: architecture },
  { name: "unused", run: () => quietly(["node_modules/knip/bin/knip.js", "--no-progress"]) },
  { name: "unit", run: (words) => vitest("unit", words) },
  { name: "integration", run: (words) => vitest("integration", words) },
  { name: "postgres-15", run: onPostgres15 },
  { name: "build", run: build },
  { name: "e2e", run: browserTests },
];

/** A tool that is right or wrong as a whole: heard only when it is wrong. */
async function quietly(words: [string, ...string[]]): Promise<Count> {
  const { code, said } = await runTool(words);
  if (code === 0) return held;
  say(said);
  return broken;
}

async function architecture(): Promise<Count> {
  const violations = await architectureViolations();
  for (const violation of violations) say(violation);
  return violations.length === 0 ? held : broken;
}

async function vitest(project: string, words: string[], { name = project, env = {} } = {}): Promise<Count> {
  const report = `test-results/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runTool(
    ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters, ...words],
    {
      shown: true,
      env: { NODE_ENV: "test", ...env },
    },
  );
  return countVitest(report, code);
}

/** What leans on the server most: policies and grants, transactions, locks, and what the queue and the clock do with them. */
const tellingOfServer = [
  ...["catalogue", "isolation", "kernel", "transactions", "transaction-parts", "reminder", "worker"],
  ...["access-home", "activity", "decision", "digest", "notification-mail"],
];

async function onPostgres15(words: string[]): Promise<Count> {
  const native = await findPostgres15(say);
  if (!native) return leftOut;
  const files = words.length > 0 ? words : tellingOfServer.map((file) => `tests/integration/${file}.test.ts`);
  return withPostgres15(native, (url) =>
    vitest("integration", files, { name: "postgres-15", env: { TEST_DATABASE_URL: url } }),
  );
}

async function build(): Promise<Count> {
  try {
    await buildWhenChanged(say);
    return held;
  } catch (error) {
    say(reasonOf(error));
    return broken;
  }
}

async function browserTests(words: string[]): Promise<Count> {
  if ((await build()).failed) return broken;
  const report = "test-results/e2e.json";
  const { code } = await runTool(["node_modules/@playwright/test/cli.js", "test", ...words], {
    shown: true,
    env: { NODE_ENV: "test", PW_CHROMIUM: await findBrowser(say), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return countPlaywright(report, code);
}
