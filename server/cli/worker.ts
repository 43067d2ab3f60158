import { setTimeout as pause } from "node:timers/promises";
import { closeDatabase } from "@/db/client";
import { isAbsence } from "../domain/_kernel/absence";
import { env, SettingsError } from "../env";
import { jobs } from "../jobs";
import { beat, freeJobsOfTheDead, sayGoodbye } from "../jobs/beat";
import { type Queue, startQueue } from "../jobs/queue";
import { askForRounds, askForUpkeep, askToTell } from "../jobs/schedule";
import { onAnyWake } from "../live/bus";
import { log } from "../log";
import { refuseNewerDatabase } from "./launch/newer";
import { Refusal } from "./launch/refusal";

const BEAT_MS = 3_000;
/** What comes in a burst is told together. */
const TELL_AFTER_MS = 250;
const UPKEEP_MS = 60 * 60 * 1000;
/** A database that is restarted is back within this; one that is gone for longer is somebody else's to mend. */
const PATIENCE_MS = 15_000;
const DRAIN_MS = 2_000;

let isStopping = false;
let heardFromDatabaseAt = Date.now();
const timers = new Set<NodeJS.Timeout>();

// The queue's own promises reject unheard when the database goes away in the middle of a job.
process.on("unhandledRejection", (reason) => {
  if (!isAbsence(reason)) fail(`The worker met something unforeseen: ${wordsOf(reason)}`);
  log.warn({ err: reason }, "the database went away");
});

let queue = await refuseNewerDatabase()
  .then(() => startQueue(jobs))
  .catch((reason) =>
    fail(reason instanceof SettingsError || reason instanceof Refusal ? reason.message : unreachable(reason)),
  );
watch(queue);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal));
// The launcher's channel closes when the launcher was killed.
if (process.channel) process.on("disconnect", () => stop("end of the launcher"));

await live();
await look();
await upkeep();
every(BEAT_MS, live);
every(env.REMINDER_TICK_SECONDS * 1000, look);
every(UPKEEP_MS, upkeep);
onAnyWake(tellSoon);
log.info({ worker: queue.workerId, transport: env.MAIL_TRANSPORT }, "worker is ready");

async function live() {
  await attempt("beat", async () => {
    await beat(queue.workerId);
    await freeJobsOfTheDead();
  });
}

async function look() {
  await attempt("rounds", askForRounds);
}

let isTelling = false;
function tellSoon() {
  if (isTelling || isStopping) return;
  isTelling = true;
  setTimeout(() => {
    isTelling = false;
    if (!isStopping) void attempt("telling", askToTell);
  }, TELL_AFTER_MS).unref();
}

async function upkeep() {
  await attempt("upkeep", askForUpkeep);
}

/** Passes over a short absence of the database; a long one ends the process, so that whoever runs it sees. */
async function attempt(name: string, work: () => Promise<void>) {
  const isLate = pause(BEAT_MS * 2, undefined, { ref: false }).then(() => Promise.reject(new Error("no answer")));
  try {
    await Promise.race([work(), isLate]);
    heardFromDatabaseAt = Date.now();
  } catch (reason) {
    if (isStopping) return;
    log.warn({ err: reason }, `${name} failed`);
    failIfTooLong(reason);
  }
}

function failIfTooLong(reason: unknown) {
  if (Date.now() - heardFromDatabaseAt > PATIENCE_MS) fail(unreachable(reason));
}

/** A queue ends by itself only when it has lost the database with a job in hand. */
function watch(started: Queue) {
  started.ended.catch((reason) => log.warn({ err: reason }, "the job queue ended")).then(() => reopen(started));
}

async function reopen({ workerId }: Queue) {
  while (!isStopping) {
    await pause(500);
    try {
      await sayGoodbye(workerId);
      queue = await startQueue(jobs);
      watch(queue);
      await live();
      log.info({ worker: queue.workerId }, "the job queue is open again");
      return;
    } catch (reason) {
      failIfTooLong(reason);
    }
  }
}

/** The next round begins after this one ended: slow rounds don't pile up. */
function every(milliseconds: number, work: () => Promise<void>) {
  const timer = setTimeout(async () => {
    timers.delete(timer);
    await work();
    if (!isStopping) every(milliseconds, work);
  }, milliseconds);
  timers.add(timer);
}

async function stop(reason: string) {
  if (isStopping) return;
  isStopping = true;
  log.info({ reason }, "worker is stopping");
  for (const timer of timers) clearTimeout(timer);
  setTimeout(() => process.exit(1), 4_700).unref();
  await queue.drain(DRAIN_MS);
  await sayGoodbye(queue.workerId).catch(() => {});
  await Promise.race([closeDatabase().catch(() => {}), pause(300)]);
  process.exit(0);
}

function fail(message: string): never {
  log.fatal(message);
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function unreachable(reason: unknown): string {
  return `The worker can't reach the database at DATABASE_URL (${wordsOf(reason)}). Check that it runs and may be reached from here, then start the worker again.`;
}

function wordsOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  return reason.message || String((reason as NodeJS.ErrnoException).code);
}
