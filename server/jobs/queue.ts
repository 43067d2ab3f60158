import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { roleUrl } from "@/db/connection";
import { env } from "../env";
import { log } from "../log";
import type { Job } from "./job";

export type Queue = {
  workerId: string;
  /** Settles when the queue ended by itself, which it only does when it can't go on. */
  ended: Promise<void>;
  /** Takes no more jobs, and gives those at hand so long to end. */
  drain: (milliseconds: number) => Promise<void>;
};

const CONCURRENT_JOBS = 4;

/** Takes jobs as the service role, which the migration granted the queue's tables. */
export async function startQueue(jobs: Job[]): Promise<Queue> {
  const events: WorkerEvents = new EventEmitter();
  let workerId = "";
  events.on("pool:create", ({ workerPool }) => {
    workerId = workerPool.id;
  });

  const runner = await run({
    connectionString: roleUrl("throughline_service", { ownerUrl: env.DATABASE_URL, secret: env.AUTH_SECRET }),
    taskList: taskList(jobs),
    concurrency: CONCURRENT_JOBS,
    maxPoolSize: CONCURRENT_JOBS + 2,
    noPreparedStatements: !env.DATABASE_PREPARE,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 1,
    pollInterval: 1000,
    parsedCronItems: [],
    events,
    logger,
  });
  const ended = runner.promise;
  // Whoever drains does not look at it.
  ended.catch(() => {});
  return { workerId, ended, drain: (milliseconds) => drain(runner, milliseconds) };
}

const taskList = (jobs: Job[]): TaskList =>
  Object.fromEntries(
    jobs.map(({ id, perform }) => [id, (payload, { abortSignal }) => perform(payload, { signal: abortSignal })]),
  );

async function drain(runner: Runner, milliseconds: number) {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([runner.stop("asked to stop").catch(() => {}), isLate]);
  clearTimeout(timer);
}

// Completed jobs are many and alike: at the level of `info` they would be most of the log.
const levels: Record<string, "error" | "warn"> = { error: "error", warning: "warn" };
const logger = new Logger(
  (scope) => (level, message) => log[levels[level] ?? "debug"]({ job: scope.taskIdentifier }, message),
);
