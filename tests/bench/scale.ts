import postgres, { type Sql } from "postgres";

export type Size = { workspaces: number; plans: number; stepsPerPlan: number };

/** The size that the goals are set for: 1,000 workspaces, 10,000 plans, 300,000 steps. */
export const fullSize: Size = { workspaces: 1_000, plans: 10_000, stepsPerPlan: 30 };
export const quickSize: Size = { workspaces: 100, plans: 1_000, stepsPerPlan: 30 };
/** So many steps in the same proportions. */
export function sizeOf(steps: number): Size {
  const workspaces = Math.ceil(steps / fullSize.stepsPerPlan / 10);
  return { workspaces, plans: workspaces * 10, stepsPerPlan: fullSize.stepsPerPlan };
}

/** Ids by kind and number, so that rows can be found without asking. */
export const idOf = (kind: Kind, number: number) =>
  `0199aaaa-${kinds[kind]}-7000-8000-${number.toString(16).padStart(12, "0")}`;
const kinds = {
  workspace: "0001",
  plan: "0002",
  person: "0003",
  participant: "0004",
  milestone: "0005",
  step: "0006",
  problem: "0007",
  session: "0008",
};
type Kind = keyof typeof kinds;

const sqlId = (kind: Kind, number: string) =>
  `('0199aaaa-${kinds[kind]}-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;

/** Number of the plan with 100 steps, of the person who takes part in it and in four more, and of a colleague on that plan. */
export const BIG_PLAN = 1;
export const READER = 1;
export const COLLEAGUE = 2;
/** So many people are signed in; each leads the plan of the same number. */
export const SIGNED_IN = 32;
const tokenStart = "bench-session-of-person-";
export const cookieOf = (person: number) => `throughline.session=${tokenStart}${person}`;

/** Fills an empty, migrated database as its owner, past the policies: this is ground for measuring, not an act. */
export async function fill(url: string, size: Size): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      // What is made here refers to what is there: looking each reference up would take longer than all the rest.
      await tx`set local session_replication_role = replica`;
      await insertAll(tx as unknown as Sql, size);
    });
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}

async function insertAll(tx: Sql, { workspaces, plans, stepsPerPlan }: Size) {
  const run = (statement: string) => tx.unsafe(statement);
  const workspaceOf = (plan: string) => sqlId("workspace", `(${plan}) % ${workspaces}`);
  const allPlans = `generate_series(1, ${plans}) n`;

  await run(
    `insert into workspace (id, slug, name, country) select ${sqlId("workspace", "n")}, 'w' || n, 'Workspace ' || n, 'DE' from generate_series(0, ${workspaces - 1}) n`,
  );
  await run(
    `insert into person (id, email, name, time_zone) select ${sqlId("person", "n")}, 'p' || n || '@bench.test', 'Person ' || n, 'Europe/Berlin' from ${allPlans}`,
  );
  await run(
    `insert into session (session_token, id, user_id, expires) select encode(sha256(('${tokenStart}' || n)::bytea), 'hex'), ${sqlId("session", "n")}, ${sqlId("person", "n")}, now() + interval '30 days' from generate_series(1, ${SIGNED_IN}) n`,
  );
  await run(`insert into plan (workspace_id, id, title, customer_name, country, currency, time_zone, anchor, starts_on, decides_on)
    select ${workspaceOf("n")}, ${sqlId("plan", "n")}, 'Plan ' || n, 'Customer ' || n, 'DE', 'EUR', 'Europe/Berlin', 'start', current_date - 20, current_date + 50 from ${allPlans}`);
  await run(
    `insert into plan_stream (workspace_id, plan_id, zone) select ${workspaceOf("n")}, ${sqlId("plan", "n")}, z::zone from ${allPlans}, unnest(array['shared', 'committee', 'seller']) z`,
  );
  await run(
    `insert into problem (workspace_id, plan_id, id, statement, wording) select ${workspaceOf("n")}, ${sqlId("plan", "n")}, ${sqlId("problem", "n")}, 'Rotas are rebuilt by hand every week.', 1 from ${allPlans}`,
  );
  // One buyer and one seller on each plan; the reader is also on four plans of other workspaces.
  await run(`insert into participant (workspace_id, id, plan_id, side, role, person_id, email, name, status, joined_at)
    select ${workspaceOf("n")}, ${sqlId("participant", "n * 8 + s")}, ${sqlId("plan", "n")}, (case s when 0 then 'buyer' else 'seller' end)::side,
      (case s when 0 then 'lead' else 'owner' end)::plan_role, case s when 0 then ${sqlId("person", "n")} end, 'p' || n || 's' || s || '@bench.test', 'Person ' || n, 'joined', now()
    from ${allPlans}, generate_series(0, 1) s`);
  await run(`insert into participant (workspace_id, id, plan_id, side, role, person_id, email, name, status, joined_at)
    select ${workspaceOf("n")}, ${sqlId("participant", "n * 8 + 2")}, ${sqlId("plan", "n")}, 'buyer', 'contributor', ${sqlId("person", String(READER))}, 'p${READER}@bench.test', 'Person ${READER}', 'joined', now()
    from generate_series(2, 5) n`);
  await run(`insert into participant (workspace_id, id, plan_id, side, role, person_id, email, name, status, joined_at)
    select ${workspaceOf("n")}, ${sqlId("participant", "n * 8 + 3")}, ${sqlId("plan", "n")}, 'buyer', 'contributor', ${sqlId("person", String(COLLEAGUE))}, 'p${COLLEAGUE}@bench.test', 'Person ${COLLEAGUE}', 'joined', now()
    from generate_series(${BIG_PLAN}, ${BIG_PLAN}) n`);
  await run(`insert into participation (workspace_id, plan_id, person_id, participant_id, side, role)
    select workspace_id, plan_id, person_id, id, side, role from participant where person_id is not null`);
  await run(`insert into milestone (workspace_id, id, plan_id, title, job, due_on, position)
    select ${workspaceOf("n")}, ${sqlId("milestone", "n * 8 + m")}, ${sqlId("plan", "n")}, 'Milestone ' || m, 'validation', current_date + m * 7, 'a' || m from ${allPlans}, generate_series(0, 4) m`);
  const steps = (from: number, upTo: number, plansFrom: string) =>
    run(`insert into step (workspace_id, id, plan_id, milestone_id, zone, title, kind, status, owner_id, description, due_on, position)
      select ${workspaceOf("n")}, ${sqlId("step", "n * 256 + s")}, ${sqlId("plan", "n")}, ${sqlId("milestone", "n * 8 + s % 5")}, 'shared', 'Step ' || s || ' of plan ' || n, 'task',
        (case when s % 3 = 0 then 'done' else 'todo' end)::step_status, ${sqlId("participant", "n * 8 + s % 2")}, 'What to do, and what helps with it.', current_date + 10 + (s % 40), 'a' || lpad(s::text, 3, '0')
      from ${plansFrom}, generate_series(${from}, ${upTo}) s`);
  await steps(1, stepsPerPlan, allPlans);
  await steps(stepsPerPlan + 1, 100, `generate_series(${BIG_PLAN}, ${BIG_PLAN}) n`);
  await run(`insert into step_dependency (workspace_id, plan_id, zone, step_id, predecessor_id)
    select ${workspaceOf("n")}, ${sqlId("plan", "n")}, 'shared', ${sqlId("step", "n * 256 + s")}, ${sqlId("step", "n * 256 + s - 1")}
    from ${allPlans}, generate_series(2, ${stepsPerPlan}, 3) s`);
}
