import { existsSync, readFileSync } from "node:fs";

/** What a stage adds to the last line, and which of its tests failed. */
export type Count = { passed: number; failed: number; skipped?: number; failures?: string[] };

export const held: Count = { passed: 1, failed: 0 };
export const broken: Count = { passed: 0, failed: 1 };
/** What could not be tried here: neither right nor wrong. */
export const leftOut: Count = { passed: 0, failed: 0, skipped: 1 };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
  testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
};
type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs?: { title: string; file: string; ok: boolean }[] };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: PlaywrightSuite[];
};

/** A run that fails without a failed test (a file that does not load, a crash) still counts as one. */
export function countVitest(file: string, exitCode: number): Count {
  const report = read<VitestReport>(file);
  if (!report) return broken;
  const failed = report.numFailedTests || (report.success && exitCode === 0 ? 0 : 1);
  const failures = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages: [message = ""] }) => `${fullName}: ${message.split("\n", 1)}`);
  return { passed: report.numPassedTests, failed, failures };
}

export function countPlaywright(file: string, exitCode: number): Count {
  const report = read<PlaywrightReport>(file);
  if (!report) return broken;
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected || (exitCode === 0 ? 0 : 1), failures: failedOf(report) };
}

function failedOf({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  return [...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file} › ${title}`), ...suites.flatMap(failedOf)];
}

/** The last line of a run. */
export function inOneLine(counts: Count[]): string {
  const sum = (of: (count: Count) => number) => counts.reduce((before, count) => before + of(count), 0);
  const skipped = sum((count) => count.skipped ?? 0);
  const line = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined;
}
