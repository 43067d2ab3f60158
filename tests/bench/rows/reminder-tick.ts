import { writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { Temporal } from "temporal-polyfill";
import { isWorkingDay, localMorning } from "@/server/domain/calendar";
import { type Ground, production } from "../ground";
import { alternate } from "../load";
import { ask, start, stop } from "../process";
import { type Measure, row } from "../row";
import { tenthOf } from "../scale";

/** What taking 1,000 due people costs at full size over what it costs at a tenth of it, in milliseconds each. */
export const reminderTick: Measure = {
  name: "reminder-tick",
  measure: async (ground) => {
    const small = tenthOf(ground.size);
    const morning = nextMorning();
    const clockFile = join(ground.place, "tick-clock");
    writeFileSync(clockFile, String(morning.epochMilliseconds - Date.now()));
    const smallUrl = await ground.makeDatabase("bench_tenth", small);
    const [large, little] = [
      await ticking(ground, ground.databaseUrl, clockFile, morning, small.workspaces),
      await ticking(ground, smallUrl, clockFile, morning, small.workspaces),
    ];
    try {
      const figures = await alternate(ground.isQuick ? 3 : 9, large.tick, little.tick);
      return row("reminder-tick", "ms", figures, { atMost: 1.3 });
    } finally {
      await Promise.all([large.stop(), little.stop()]);
    }
  },
};

/** A working morning on which steps of the filled plans are due. */
function nextMorning(): Temporal.Instant {
  let day = Temporal.Now.plainDateISO("Europe/Berlin").add({ days: 20 });
  while (!isWorkingDay(day, { country: "DE" })) day = day.add({ days: 1 });
  return localMorning(day, "Europe/Berlin").add({ minutes: 5 });
}

/** The same people are due in both: everybody of the workspaces that both have. Everybody else is due later. */
async function ticking(
  ground: Ground,
  databaseUrl: string,
  clockFile: string,
  morning: Temporal.Instant,
  workspaces: number,
) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const at = morning.subtract({ minutes: 1 }).toString();
  const later = morning.add({ hours: 48 }).toString();
  const child = start(["tests/bench/tick-process.ts"], {
    ...production({ ...ground, databaseUrl }),
    APP_URL: "http://localhost:3000",
    CLOCK_FILE: clockFile,
  });

  async function tick(): Promise<number> {
    await sql`truncate mail, reminder_due, reminder_day, step_reminder`;
    await sql`delete from graphile_worker._private_jobs`;
    await sql`insert into reminder_due (workspace_id, person_id, due_at)
      select distinct on (p.workspace_id, p.person_id) p.workspace_id, p.person_id, case when w.number < ${workspaces} and p.role = 'lead'
        then ${at}::timestamptz else ${later}::timestamptz end
      from participation p join (select id, substring(slug from 2)::int as number from workspace) w on w.id = p.workspace_id
      order by p.workspace_id, p.person_id, p.role = 'lead' desc`;
    await sql`vacuum analyze mail, reminder_due, reminder_day, step_reminder`;
    const { ms } = await ask<{ ms: number }>(child, { what: "tick" });
    const [{ sent, left } = { sent: 0, left: 0 }] = await sql<{ sent: number; left: number }[]>`
      select (select count(*)::int from mail) as sent, (select count(*)::int from reminder_due where due_at <= ${morning.toString()}::timestamptz) as left`;
    if (sent === 0 || left > 0) throw new Error(`a tick sent ${sent} and left ${left}`);
    return ms;
  }
  return { tick, stop: () => Promise.all([stop(child), sql.end()]) };
}
