import { writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { Temporal } from "temporal-polyfill";
import { isWorkingDay, localMorning } from "@/server/domain/calendar";
import { type Ground, production } from "../ground";
import { alternate } from "../load";
import { ask, start, stop } from "../process";
import { type Measure, row } from "../row";
import { type Size, sizeOf } from "../scale";

const FEW_STEPS = 100_000;
/** Everybody who leads in so many workspaces is due: ten people each. */
const MOST_DUE_WORKSPACES = 100;

/** What taking 1,000 due people costs among many steps over what it costs among few, in milliseconds each. */
export const reminderTick: Measure = {
  name: "reminder-tick",
  measure: async (ground) => {
    const morning = nextMorning();
    const clockFile = join(ground.place, "tick-clock");
    writeFileSync(clockFile, String(morning.epochMilliseconds - Date.now()));
    const [many, few] = [sizeOf(ground.tickSteps), sizeOf(Math.min(FEW_STEPS, ground.tickSteps / 10))];
    const due = Math.min(MOST_DUE_WORKSPACES, few.workspaces);
    const among = async (name: string, size: Size) =>
      ticking(ground, await ground.makeDatabase(name, size), clockFile, morning, due);
    const large = await among("bench_many", many);
    const little = await among("bench_few", few);
    try {
      const figures = await alternate(ground.isQuick ? 3 : 9, large.tick, little.tick);
      return row("reminder-tick", "ms", figures, { atMost: 1.3 });
    } finally {
      await Promise.all([large.stop(), little.stop()]);
      for (const name of ["bench_many", "bench_few"]) await ground.dropDatabase(name);
    }
  },
};

/** A working morning on which steps of the filled plans are due. */
function nextMorning(): Temporal.Instant {
  let day = Temporal.Now.plainDateISO("Europe/Berlin").add({ days: 20 });
  while (!isWorkingDay(day, { country: "DE" })) day = day.add({ days: 1 });
  return localMorning(day, "Europe/Berlin").add({ minutes: 5 });
}

/** As many people are due in both: everybody else is later. */
async function ticking(
  ground: Ground,
  databaseUrl: string,
  clockFile: string,
  morning: Temporal.Instant,
  dueWorkspaces: number,
) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const at = morning.subtract({ minutes: 1 }).toString();
  const later = morning.add({ hours: 48 }).toString();
  await sql`insert into reminder_due (workspace_id, person_id, due_at)
    select distinct workspace_id, person_id, ${later}::timestamptz from participation`;
  await sql`vacuum analyze reminder_due`;
  const child = start(["tests/bench/tick-process.ts"], {
    ...production({ ...ground, databaseUrl }),
    APP_URL: "http://localhost:3000",
    CLOCK_FILE: clockFile,
  });

  async function tick(): Promise<number> {
    await sql`truncate mail, reminder_day, step_reminder`;
    await sql`delete from graphile_worker._private_jobs`;
    await sql`update reminder_due d set due_at = ${at}::timestamptz
      from participation p join workspace w on w.id = p.workspace_id
      where d.workspace_id = p.workspace_id and d.person_id = p.person_id and p.role = 'lead'
        and substring(w.slug from 2)::int < ${dueWorkspaces}`;
    await sql`vacuum analyze mail, reminder_due, reminder_day, step_reminder`;
    const { ms } = await ask<{ ms: number }>(child, { what: "tick" });
    const [{ sent, left } = { sent: 0, left: 0 }] = await sql<{ sent: number; left: number }[]>`
      select (select count(*)::int from mail) as sent, (select count(*)::int from reminder_due where due_at <= ${morning.toString()}::timestamptz) as left`;
    if (sent === 0 || left > 0) throw new Error(`a tick sent ${sent} and left ${left}`);
    return ms;
  }
  return { tick, stop: () => Promise.all([stop(child), sql.end()]) };
}
