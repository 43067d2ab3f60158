import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { isRunning } from "@/db/embedded/postmaster";
import { migrate } from "@/db/migrate";
import { type Api, signedIn, startApi } from "@/tests/support/api";
import { aMilestone, aParticipant, aPlan, aWorkspace } from "@/tests/support/factory";
import { type Client, type Edit, editAtRandom, type Known, seeded } from "@/tests/support/random-edits";
import { testSecret } from "@/tests/support/server";
import { until } from "@/tests/support/worker";

const CLIENTS = 50;
const EDITS = 200;
const PLANS = 5;

let dataDir: string;
let database: Embedded;
let api: Api;
let sql: Sql;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "throughline-durable-"));
  database = await startEmbedded({ dataDir });
  await migrate(database.url, testSecret);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATABASE_POOL: "10",
    AUTH_SECRET: testSecret,
    EMBEDDED: "1",
    MAIL_TRANSPORT: "mailbox",
    DATA_DIR: dataDir,
  });
});

afterAll(async () => {
  await api?.end("SIGKILL");
  await sql?.end({ timeout: 3 });
  await closeDatabase();
  await database.stop();
  for (const place of [dataDir, database.place]) await rm(place, { recursive: true, force: true });
});

test("what was acknowledged is kept, once, though the server and then PostgreSQL are killed under fifty writers", {
  timeout: 400_000,
}, async () => {
  const clients = await people();
  await closeDatabase();
  api = await startApi();
  const { address } = api;
  const knownOf = new Map(clients.map(({ planId }) => [planId, { steps: [], criteria: [] } as Known]));

  let made = 0;
  const writing = Promise.all(
    clients.map((client, n) => {
      const known = knownOf.get(client.planId);
      if (!known) throw new Error("unreachable");
      return editAtRandom(client, known, EDITS, address, seeded(n + 1), () => {
        made += 1;
      });
    }),
  );
  const killing = (async () => {
    await until(
      () => made,
      (count) => count >= (CLIENTS * EDITS) / 3,
      180,
    );
    await api.end("SIGKILL");
    api = await startApi(Number(new URL(address).port));

    await until(
      () => made,
      (count) => count >= (CLIENTS * EDITS * 2) / 3,
      180,
    );
    process.kill(database.pid, "SIGKILL");
    await until(
      () => isRunning(database.pid),
      (runs) => !runs,
    );
    const { url } = database;
    database = await startEmbedded({ dataDir });
    expect(database.url).toBe(url);
  })();
  const [edits] = await Promise.all([writing, killing]);

  sql = postgres(database.url, { max: 2, onnotice: () => {} });
  const all = edits.flat();
  expect(all).toHaveLength(CLIENTS * EDITS);
  expect(all.filter(({ tries }) => tries > 1).length).toBeGreaterThan(CLIENTS);
  await historyHolds(all);
  await historyHasNoGaps();
  await stateIsWhatHistorySays();
});

async function people(): Promise<Client[]> {
  const workspace = await aWorkspace();
  const clients: Client[] = [];
  for (let p = 0; p < PLANS; p++) {
    const plan = await aPlan({ workspace });
    const milestones = {
      shared: await aMilestone(plan),
      committee: await aMilestone(plan, { zone: "committee" }),
      seller: await aMilestone(plan, { zone: "seller" }),
    };
    for (let n = 0; n < CLIENTS / PLANS; n++) {
      const isBuyer = n % 2 === 0;
      const who = isBuyer
        ? ({ side: "buyer", role: "contributor" } as const)
        : ({ side: "seller", role: "editor" } as const);
      const person = await aParticipant(plan, who);
      const ownZone = isBuyer ? "committee" : "seller";
      const cookie = await signedIn(person);
      clients.push({ name: `Client ${p}.${n}`, cookie, planId: plan.planId, ownZone, milestones });
    }
  }
  return clients;
}

/** Each acknowledged edit has exactly one event, or changed nothing; one that was refused has none. */
async function historyHolds(edits: Edit[]): Promise<void> {
  const told = await sql<{ mark: string; times: number }[]>`
    select coalesce(after->>'statusReason', after->>'title') as mark, count(*)::int as times
      from event group by 1`;
  const times = new Map(told.map((row) => [row.mark, row.times]));
  const wrong = edits.filter(({ mark, outcome }) => (times.get(mark) ?? 0) !== (outcome === "acknowledged" ? 1 : 0));
  expect(wrong).toEqual([]);
  const acknowledged = edits.filter(({ outcome }) => outcome === "acknowledged").length;
  expect([...times.values()].reduce((sum, count) => sum + count, 0)).toBe(acknowledged);
  expect(acknowledged).toBeGreaterThan(edits.length / 2);
}

async function historyHasNoGaps(): Promise<void> {
  const streams = await sql`
    select s.head_seq::int as head, count(e.seq)::int as events, coalesce(min(e.seq), 1)::int as first,
           coalesce(max(e.seq), 0)::int as last
      from plan_stream s left join event e on e.plan_id = s.plan_id and e.zone = s.zone
     group by s.plan_id, s.zone, s.head_seq`;
  expect(streams).toHaveLength(PLANS * 3);
  for (const { head, events, first, last } of streams) expect([first, events, last]).toEqual([1, head, head]);
}

/** Nothing is in the state that history does not tell, nor the other way round. */
async function stateIsWhatHistorySays(): Promise<void> {
  const titles = await sql`
    with row as (
      select id, zone, title from step union all select id, zone, title from criterion
      union all select id, 'shared', title from cost_line)
    select r.title as is, h.title as told from row r
      full join (select distinct on (subject_id) subject_id, after->>'title' as title from event
                  where kind in ('step.added', 'step.edited', 'criterion.added', 'criterion.edited', 'cost.added')
                  order by subject_id, seq desc) h on h.subject_id = r.id
     where r.title is distinct from h.title`;
  expect(titles).toEqual([]);
  const reasons = await sql`
    select s.status_reason as is, h.reason as told from step s
      join (select distinct on (subject_id) subject_id, after->>'statusReason' as reason from event
             where kind = 'step.status_changed' order by subject_id, seq desc) h on h.subject_id = s.id
     where s.status_reason is distinct from h.reason`;
  expect(reasons).toEqual([]);
}
