import postgres, { type Sql } from "postgres";
import { zones } from "@/db/vocabulary";
import { isoOf } from "./days";
import { found, type World } from "./world";

export const idOf = (kind: keyof typeof kinds, number: number) =>
  `0199bbbb-${kinds[kind]}-7000-8000-${number.toString(16).padStart(12, "0")}`;
export const numberOf = (id: string) => Number.parseInt(id.slice(-12), 16);
const kinds = {
  workspace: "0001",
  plan: "0002",
  person: "0003",
  seat: "0004",
  milestone: "0005",
  step: "0006",
};

/** What a step that is blocked or dropped says of itself. */
export const REASON = "Waits for the budget.";

/** Puts the world into an empty, migrated database as its owner, past the policies: it is the ground, not an act. */
export async function fill(url: string, world: World): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.begin((tx) => insertAll(tx as unknown as Sql, world));
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}

async function insertAll(tx: Sql, { startsAt, days, workspaces, people, plans, seats, steps }: World) {
  const begins = new Date(startsAt).toISOString();
  const long = new Date(Math.min(startsAt, ...steps.map(({ setAt }) => setAt))).toISOString();
  const onPlan = (plan: number) => ({
    workspace_id: idOf("workspace", found(plans, plan).workspace),
    plan_id: idOf("plan", plan),
  });
  const insert = async (table: string, rows: Record<string, unknown>[]) => {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(", ");
    await tx.unsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
      [JSON.stringify(rows)],
    );
  };

  await insert(
    "workspace",
    workspaces.map((_, n) => ({
      id: idOf("workspace", n),
      slug: `w${n}`,
      name: `Workspace ${n}`,
      country: "DE",
      created_at: long,
    })),
  );
  await insert(
    "reminder_cadence",
    workspaces.flatMap(({ cadence }, n) =>
      cadence ? [{ workspace_id: idOf("workspace", n), template_key: "", cadence, changed_at: long }] : [],
    ),
  );
  await insert(
    "person",
    people.map(({ email, timeZone }, n) => ({
      id: idOf("person", n),
      email,
      name: `Person ${n}`,
      time_zone: timeZone,
      created_at: long,
    })),
  );
  await insert(
    "plan",
    plans.map(({ workspace, country }, n) => ({
      workspace_id: idOf("workspace", workspace),
      id: idOf("plan", n),
      title: `Plan ${n}`,
      customer_name: `Customer ${n}`,
      country,
      currency: "EUR",
      time_zone: found(workspaces, workspace).timeZone,
      anchor: "start",
      starts_on: begins.slice(0, 10),
      decides_on: new Date(startsAt + (days + 60) * 86_400_000).toISOString().slice(0, 10),
      allowed_domains: [],
      version: 1,
      created_at: long,
    })),
  );
  await insert(
    "plan_stream",
    plans.flatMap((_, n) => zones.map((zone) => ({ ...onPlan(n), zone, head_seq: 0, told_seq: 0 }))),
  );
  await insert(
    "participant",
    seats.map(({ plan, person, side, role }, n) => ({
      ...onPlan(plan),
      id: idOf("seat", n),
      person_id: idOf("person", person),
      email: found(people, person).email,
      name: `Person ${person}`,
      side,
      role,
      status: "joined",
      resends: 0,
      joined_at: long,
      version: 1,
      created_at: long,
    })),
  );
  await insert(
    "participation",
    seats.map(({ plan, person, side, role }, n) => ({
      ...onPlan(plan),
      person_id: idOf("person", person),
      participant_id: idOf("seat", n),
      side,
      role,
    })),
  );
  await insert(
    "milestone",
    plans.map((_, n) => ({
      ...onPlan(n),
      id: idOf("milestone", n),
      zone: "shared",
      title: "Find out",
      job: "validation",
      is_decision: false,
      position: "a0",
      version: 1,
      created_at: long,
    })),
  );
  await insert(
    "step",
    steps.map(({ plan, zone, seat, dueOn, status, cadence, setAt }, n) => ({
      ...onPlan(plan),
      id: idOf("step", n),
      milestone_id: idOf("milestone", plan),
      zone,
      title: `Step ${n}`,
      kind: "task",
      status,
      status_reason: status === "blocked" || status === "dropped" ? REASON : null,
      owner_id: seat === null ? null : idOf("seat", seat),
      due_on: dueOn === null ? null : isoOf(dueOn),
      cadence,
      position: `a${n.toString(36).padStart(6, "0")}`,
      version: 1,
      created_at: new Date(setAt).toISOString(),
    })),
  );
  await insert(
    "step_dependency",
    steps.flatMap(({ plan, zone, waitsFor }, n) =>
      [...waitsFor].map((on) => ({
        ...onPlan(plan),
        zone: zone === "shared" ? found(steps, on).zone : zone,
        step_id: idOf("step", n),
        predecessor_id: idOf("step", on),
      })),
    ),
  );
  await tx`insert into reminder_due (workspace_id, person_id, due_at)
    select distinct workspace_id, person_id, ${begins}::timestamptz from participation`;
}
