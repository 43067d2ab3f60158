import { buildWhenChanged } from "@/server/cli/launch/build";
import { Refusal, runCommand } from "@/server/cli/launch/refusal";
import { openGround } from "./ground";
import { table } from "./print";
import type { Measure, Row } from "./row";
import { digestRender } from "./rows/digest-render";
import { live } from "./rows/live";
import { mailSend } from "./rows/mail-send";
import { planJs } from "./rows/plan-js";
import { reminderTick } from "./rows/reminder-tick";
import { requests } from "./rows/requests";
import { startWarm } from "./rows/start-warm";

const measures: Measure[] = [...requests, live, reminderTick, mailSend, digestRender, planJs, startWarm];

/** Filling a database with so many steps takes minutes: only whoever asks for the row by its name gets it by default. */
const tickStepsBy = { name: 10_000_000, all: 1_000_000, quick: 100_000 };

/** `npm run -s bench -- [--json] [--quick] [--only name,name] [--steps n]`. Progress goes to standard error. */
async function bench(): Promise<number> {
  const { isJson, isQuick, tickSteps, chosen } = understand(process.argv.slice(2));
  if (isQuick)
    say("Quick: a tenth of the size and short rounds. These figures are for trying the bench out, not for comparing.");
  await buildWhenChanged(say);
  const opening = openGround({ isQuick, tickSteps, say });
  let isStopped = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (isStopped) return;
      isStopped = true;
      void opening.then(({ close }) => close()).finally(() => process.exit(130));
    });
  }

  const { ground, fillIt, close } = await opening;
  const rows: Row[] = [];
  const failed: string[] = [];
  try {
    await fillIt();
    for (const { name, measure } of chosen) {
      say(`measuring ${name}`);
      await measure(ground).then(
        (row) => rows.push(row),
        (reason: unknown) => {
          failed.push(name);
          if (!isStopped) say(`${name} could not be measured: ${reason instanceof Error ? reason.stack : reason}`);
        },
      );
      if (isStopped) break;
    }
  } finally {
    // Whoever was asked to stop is cleaning up already, and ends the process.
    if (isStopped) await new Promise<never>(() => {});
    await close();
  }
  process.stdout.write(isJson ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return failed.length === 0 ? 0 : 1;
}

function understand(words: string[]) {
  const isJson = words.includes("--json");
  const isQuick = words.includes("--quick");
  const at = words.indexOf("--only");
  const wanted = at === -1 ? null : (words[at + 1] ?? "").split(",");
  const names = measures.map(({ name }) => name);
  const unknown = wanted?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) throw new Refusal(`There is no ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  const usual = isQuick ? tickStepsBy.quick : wanted?.includes(reminderTick.name) ? tickStepsBy.name : tickStepsBy.all;
  const stepsAt = words.indexOf("--steps");
  const tickSteps = stepsAt === -1 ? usual : Number(words[stepsAt + 1]);
  if (!(tickSteps >= 1_000)) throw new Refusal("--steps wants a number of 1,000 or more.");
  return { isJson, isQuick, tickSteps, chosen: measures.filter(({ name }) => !wanted || wanted.includes(name)) };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

await runCommand(bench);
