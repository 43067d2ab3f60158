import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import postgres from "postgres";

/**
 * The bare server that ours is measured against: node:http and postgres.js with the least SQL that gives the same reader the
 * same, as the owner (no row-level security), with neither checks of input nor permissions. Run as a process of its own.
 */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} });

const hashOf = (value: string) => createHash("sha256").update(value).digest("hex");
const tokenIn = (request: IncomingMessage) =>
  hashOf(/throughline\.session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "");
const zonesOf = (side: string) => ["shared", side === "buyer" ? "committee" : "seller"];

async function readPlan(token: string, planId: string) {
  const [me] = await sql`select p.workspace_id, p.participant_id, p.side, p.role from session s
    join participation p on p.person_id = s.user_id and p.plan_id = ${planId}
    where s.session_token = ${token} and s.expires > now()`;
  if (!me) return null;
  const [ws, zones] = [me.workspace_id, zonesOf(me.side)];
  const [plan, milestones, steps, waits, participants, streams] = await Promise.all([
    sql`select p.*, w.name as supplier, r.statement, r.wording,
        (select max(at) from event e where e.workspace_id = p.workspace_id and e.plan_id = p.id and e.zone = 'shared') as moved_at
      from plan p join workspace w on w.id = p.workspace_id
      left join problem r on r.workspace_id = p.workspace_id and r.plan_id = p.id
      where p.workspace_id = ${ws} and p.id = ${planId}`,
    sql`select * from milestone where workspace_id = ${ws} and plan_id = ${planId} and removed_at is null
      and zone = any(${zones}::zone[]) order by position`,
    sql`select s.*, coalesce(r.sent, 0) as sent, r.stalled_on from step s
      left join step_reminder r on r.workspace_id = s.workspace_id and r.step_id = s.id
      where s.workspace_id = ${ws} and s.plan_id = ${planId} and s.removed_at is null and s.zone = any(${zones}::zone[])
      order by s.position`,
    sql`select step_id, predecessor_id from step_dependency where workspace_id = ${ws} and plan_id = ${planId}
      and zone = any(${zones}::zone[])`,
    sql`select p.*, h.seen_at, h.left_at from participant p
      left join presence h on h.workspace_id = p.workspace_id and h.plan_id = p.plan_id and h.participant_id = p.id
      where p.workspace_id = ${ws} and p.plan_id = ${planId} and p.removed_at is null order by p.created_at, p.id`,
    sql`select zone, head_seq from plan_stream where workspace_id = ${ws} and plan_id = ${planId}
      and zone = any(${zones}::zone[])`,
  ]);
  return { me, plan: plan[0], milestones, steps, waits, participants, streams };
}

type Edit = { title: string; base: string };

/** The step and its line in the history, or neither, in one statement. */
async function updateStep(token: string, planId: string, stepId: string, { title, base }: Edit) {
  const [step] = await sql`
    with me as (select p.workspace_id, p.participant_id, a.name from session s
      join participation p on p.person_id = s.user_id and p.plan_id = ${planId}
      join participant a on a.workspace_id = p.workspace_id and a.id = p.participant_id
      where s.session_token = ${token} and s.expires > now()),
    edited as (update step t set title = ${title}, version = version + 1 from me
      where t.workspace_id = me.workspace_id and t.plan_id = ${planId} and t.id = ${stepId} and t.title = ${base} returning t.*),
    stream as (update plan_stream t set head_seq = head_seq + 1 from edited e
      where t.workspace_id = e.workspace_id and t.plan_id = e.plan_id and t.zone = e.zone returning t.head_seq),
    noted as (insert into event (workspace_id, id, plan_id, zone, seq, kind, actor_participant_id, actor_name, subject_type, subject_id, before, after, at)
      select e.workspace_id, ${randomUUID()}, e.plan_id, e.zone, s.head_seq, 'step.edited', me.participant_id, me.name, 'step', e.id,
        jsonb_build_object('title', ${base}::text), jsonb_build_object('title', ${title}::text), now() from edited e, stream s, me)
    select * from edited`;
  return step;
}

async function readHome(token: string) {
  const [me] = await sql`select user_id from session where session_token = ${token} and expires > now()`;
  if (!me) return null;
  const own = sql`select s.* from participation p
    join step s on s.workspace_id = p.workspace_id and s.owner_id = p.participant_id and s.removed_at is null
      and s.status in ('todo', 'doing', 'blocked')
    where p.person_id = ${me.user_id}`;
  const [steps, ties, plans] = await Promise.all([
    sql`${own} order by s.due_on`,
    sql`with own as (${own})
      select d.step_id, d.predecessor_id, n.title, n.due_on, o.name from own
      join step_dependency d on d.workspace_id = own.workspace_id and d.plan_id = own.plan_id and own.id in (d.step_id, d.predecessor_id)
      join step n on n.workspace_id = d.workspace_id and n.id = case own.id when d.step_id then d.predecessor_id else d.step_id end
        and n.removed_at is null and n.status in ('todo', 'doing', 'blocked')
      left join participant o on o.workspace_id = n.workspace_id and o.id = n.owner_id`,
    sql`select p.*, w.name as supplier, a.side, a.role, m.id as milestone_id, m.title as milestone, m.due_on as milestone_due_on,
        c.done, c.total, c.overdue from participation a
      join plan p on p.workspace_id = a.workspace_id and p.id = a.plan_id and p.removed_at is null
      join workspace w on w.id = p.workspace_id
      join milestone m on m.workspace_id = p.workspace_id and m.plan_id = p.id and m.removed_at is null
      left join lateral (select milestone_id, count(*) filter (where status = 'done') as done, count(*) as total,
          count(*) filter (where status <> 'done' and due_on < current_date) as overdue
        from step s where s.workspace_id = p.workspace_id and s.plan_id = p.id and s.removed_at is null and s.status <> 'dropped'
        group by milestone_id) c on c.milestone_id = m.id
      where a.person_id = ${me.user_id} order by p.created_at desc, p.id, m.position`,
  ]);
  return { steps, ties, plans };
}

/** The same words as the page shows, as one string: what rendering costs when nothing renders. */
async function planPage(token: string, planId: string) {
  const found = await readPlan(token, planId);
  const rows = found?.steps.map((step) => `<li>${step.title} ${step.due_on}</li>`).join("") ?? "";
  return `<!doctype html><title>${found?.plan?.title}</title><ol>${rows}</ol><script>${JSON.stringify(found)}</script>`;
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const [, what = "", planId = "", stepId = ""] = (request.url ?? "").split("/");
  const token = tokenIn(request);
  if (what === "page") {
    const page = await planPage(token, planId);
    response.writeHead(200, { "content-type": "text/html" }).end(page);
    return;
  }
  const found =
    what === "plan"
      ? await readPlan(token, planId)
      : what === "step"
        ? await updateStep(token, planId, stepId, JSON.parse(await bodyOf(request)) as Edit)
        : await readHome(token);
  response.writeHead(found ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(found ?? null));
}

async function bodyOf(request: IncomingMessage) {
  let body = "";
  for await (const part of request) body += part;
  return body;
}

createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0)).on("disconnect", () => process.exit(0));
