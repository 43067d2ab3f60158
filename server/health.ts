import { compareMigrations } from "@/db/applied";
import { serviceClient } from "@/db/client";
import { BEAT_LIFE_SECONDS } from "./jobs/beat";
import { log } from "./log";

/** `ok`, or what is wrong in words that tell a stranger nothing. */
export type Health = { status: "ok" | "unwell"; database: string; migrations: string; worker: string };

const PATIENCE_MS = 3_000;

type Findings = { applied: string[]; is_beating: boolean };

/** Whether this installation can do its work: the database answers, knows this version's tables, and some worker lives. */
export async function healthNow(): Promise<Health> {
  const found = await findings();
  if (found === "unreachable") {
    return { status: "unwell", database: "unreachable", migrations: "unknown", worker: "unknown" };
  }
  if (found === "not_migrated") {
    return { status: "unwell", database: "ok", migrations: "none: run `npm run migrate`", worker: "unknown" };
  }
  const { missing } = compareMigrations(found.applied);
  const migrations = missing.length === 0 ? "ok" : `${missing.length} missing: run \`npm run migrate\``;
  const worker = found.is_beating ? "ok" : `none seen for ${BEAT_LIFE_SECONDS} s`;
  const isWell = migrations === "ok" && worker === "ok";
  return { status: isWell ? "ok" : "unwell", database: "ok", migrations, worker };
}

async function findings(): Promise<Findings | "unreachable" | "not_migrated"> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<"unreachable">((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, "unreachable");
  });
  try {
    const asked = serviceClient()<Findings[]>`select
      (select coalesce(array_agg(created_at::text), '{}') from drizzle.__drizzle_migrations) as applied,
      exists (select from worker_beat where at > now() - make_interval(secs => ${BEAT_LIFE_SECONDS})) as is_beating`;
    const answer = await Promise.race([asked.then(([row]) => row ?? "unreachable"), isLate]);
    return answer as Findings | "unreachable";
  } catch (reason) {
    log.warn({ err: reason }, "health: the database does not answer");
    return isAbout(reason, ["3F000", "42P01", "42501"]) ? "not_migrated" : "unreachable";
  } finally {
    clearTimeout(timer);
  }
}

const isAbout = (reason: unknown, codes: string[]) =>
  codes.includes(String((reason as { code?: unknown } | null)?.code));
