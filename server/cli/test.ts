import { rmSync } from "node:fs";
import { Refusal, reasonOf, runCommand } from "./launch/refusal";
import { broken, type Count, inOneLine } from "./testing/report";
import { type Stage, stages } from "./testing/stages";

/** `npm test` runs every stage; `npm test -- unit [words for its tool]` runs one. */
async function test(): Promise<number> {
  const [wanted, ...words] = process.argv.slice(2);
  const chosen = wanted ? stages.filter((stage) => stage.name === wanted) : stages;
  if (chosen.length === 0) {
    throw new Refusal(`There is no stage ${wanted}. There are: ${stages.map((stage) => stage.name).join(", ")}.`);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  rmSync("test-results", { recursive: true, force: true });

  const counts: Count[] = [];
  for (const stage of chosen) counts.push(await runStage(stage, words));
  const failures = chosen.flatMap(({ name }, at) => failuresOf(name, counts[at]));
  if (failures.length > 0) process.stdout.write(`\nfailed:\n${failures.map((line) => `  ${line}\n`).join("")}`);
  process.stdout.write(`\n${inOneLine(counts)}\n`);
  return counts.every(({ failed }) => failed === 0) ? 0 : 1;
}

/** The end of a long run is what is read first, or kept alone. */
function failuresOf(stage: string, count: Count | undefined): string[] {
  if (!count?.failed) return [];
  return count.failures?.length ? count.failures.map((failure) => `${stage}: ${failure}`) : [stage];
}

async function runStage({ name, run }: Stage, words: string[]): Promise<Count> {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const count = await run(words).catch((error: unknown) => {
    process.stdout.write(`${reasonOf(error, !(error instanceof Refusal))}\n`);
    return broken;
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mark = count.failed > 0 ? "✗" : count.skipped ? "–" : "✓";
  process.stdout.write(`${mark} ${name} (${seconds} s)\n`);
  return count;
}

await runCommand(test);
