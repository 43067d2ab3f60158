import postgres from "postgres";
import { actAtRandom } from "./acts";
import { openCrew, type Place } from "./crew";
import { DAY, isoOf, MINUTE } from "./days";
import { fill, numberOf } from "./fill";
import { killerFrom } from "./kills";
import { makeWorld, type Size } from "./make";
import type { Entry, Played } from "./oracle/played";
import { openProvider } from "./provider";
import { type Random, randomFrom } from "./random";
import { weatherFrom } from "./weather";
import type { World } from "./world";
import type { TimeZones } from "./zones";

export type Plan = Size & {
  seed: number;
  kills: number;
  databaseUrl: string;
  /** Where people live at first. */
  timeZones: TimeZones;
  /** The workers' file. */
  program: string;
  /** Of the workers, beside where their provider is. */
  settings: Record<string, string>;
  say: (line: string) => void;
};

export type Play = { played: Played; acts: number; refused: number; kills: number; retries: number; moments: number };

const ACTS_A_STEP_AND_YEAR = 0.5;
const ACTS_AT_ONCE = 4;
const SECOND = 1000;
/** Who is asked: one of the two or, each fifth time, both. */
const companies: readonly [readonly Place[], ...(readonly Place[])[]] = [[0], [1], [0], [1], [0, 1]];

/** Plays the days: at each moment at which something is due one worker takes it, or two do at once. In between people act. */
export async function play({
  seed,
  kills,
  databaseUrl,
  timeZones,
  program,
  settings,
  say,
  ...size
}: Plan): Promise<Play> {
  const world = makeWorld(seed, size, timeZones);
  const initial = structuredClone(world);
  await fill(databaseUrl, world);
  const random = randomFrom(seed + 1);
  const from = world.startsAt;
  const until = from + size.days * DAY;
  const weather = weatherFrom(randomFrom(seed + 2), from, size.days);
  const entries: Entry[] = [];
  const counts = { acts: 0, refused: 0, moments: 0 };
  let now = from;

  const killer = killerFrom(random, timesFrom(random, kills, from, until), (worker) => crew.kill(worker));
  const provider = await openProvider({
    now: () => now,
    retryAfter: () => random.between(1, 90),
    fateOf: ({ worker }) => {
      const fate = weather.fateAt(now);
      return fate === "taken" ? (killer.fateOf(worker) ?? fate) : fate;
    },
  });
  const crew = await openCrew(program, (number) => ({
    ...settings,
    RESEND_BASE_URL: provider.urlOf(number),
  }));
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const tell = (what: object) => say(`${new Date(now).toISOString()} ${JSON.stringify(what)}`);

  async function act(times: number) {
    for (let n = 0; n < times; n++) {
      const made = await actAtRandom(world, random, now);
      counts[made ? "acts" : "refused"] += 1;
      if (!made) continue;
      entries.push({ at: now, act: made });
      tell(made);
    }
  }
  async function work(what: { ticks: boolean; delivers: boolean }, acts = 0) {
    const places = random.pick(companies);
    killer.setOut(crew, places, now);
    await Promise.all([crew.work({ moment: now, ...what }, places), act(acts)]);
    for (const mail of provider.collect()) {
      entries.push({ at: now, mail });
      tell(mail);
    }
  }
  /** Mostly at once; sometimes people act while the workers are at it, or between the queueing and the sending. */
  async function takeWhatIsDue() {
    counts.moments += 1;
    const part = random.part();
    if (part < 0.88) return work({ ticks: true, delivers: true });
    if (part < 0.94) return work({ ticks: true, delivers: true }, 2);
    await work({ ticks: true, delivers: false });
    now += 20 * SECOND;
    await act(2);
    now += 20 * SECOND;
    await work({ ticks: false, delivers: true });
  }

  try {
    const bursts = timesFrom(random, actsOf(world) / ACTS_AT_ONCE, from, until);
    let nextUpkeep = from + DAY;
    while (now < until) {
      if (now >= nextUpkeep) {
        await keepUp(sql);
        nextUpkeep = now + (now - from);
      }
      const moment = momentFor(await nextDue(sql), now, random);
      const [burst = Infinity] = bursts;
      if (Math.min(moment, burst) >= until) break;
      now = Math.max(Math.min(moment, burst), now + SECOND);
      if (burst > moment) await takeWhatIsDue();
      else {
        bursts.shift();
        await act(random.between(1, ACTS_AT_ONCE * 2 - 1));
      }
    }
    // A last reminder of these days may still be on its way.
    const settled = isoOf(Math.floor(now / DAY) - 2);
    const stalled = await sql<{ step_id: string }[]>`
      select step_id from step_reminder where stalled_on < ${settled}::date`;
    const played = {
      world: initial,
      entries,
      until: now,
      outages: weather.outages,
      stalled: new Set(stalled.map(({ step_id }) => numberOf(step_id))),
      keysTakenTwice: provider.keysTakenTwice,
    };
    return { played, ...counts, kills: killer.count(), retries: provider.refused() };
  } finally {
    await Promise.all([crew.close(), sql.end()]);
    await provider.close();
  }
}

const actsOf = ({ steps, days }: World) => (steps.length * ACTS_A_STEP_AND_YEAR * days) / 365;

const timesFrom = (random: Random, count: number, from: number, until: number) =>
  Array.from({ length: Math.round(count) }, () => from + Math.floor(random.part() * (until - from)))
    .map((at) => at - (at % SECOND))
    .sort((one, other) => one - other);

type Due = { looks: number; mails: number };

async function nextDue(sql: postgres.Sql): Promise<Due> {
  const [row] = await sql<{ looks: Date | null; mails: Date | null }[]>`select
    (select min(due_at) from reminder_due) as looks, (select min(next_attempt_at) from mail where state = 'queued') as mails`;
  return { looks: row?.looks?.getTime() ?? Infinity, mails: row?.mails?.getTime() ?? Infinity };
}

/** What a server does by itself each minute: here a minute is a week. As the tables grow its plans are to fit them. */
const keepUp = (sql: postgres.Sql) => sql`vacuum analyze mail, reminder_due, reminder_day, step_reminder`;

/** The workers come at once or, since a machine may be busy or down, up to two and a half hours late. */
function momentFor({ looks, mails }: Due, now: number, random: Random): number {
  const late = random.chance(0.3) ? random.between(0, 5) * MINUTE : random.between(30, 150) * MINUTE;
  const look = looks > now ? looks + late : now + MINUTE;
  return Math.min(look, Math.max(mails, now + MINUTE));
}
