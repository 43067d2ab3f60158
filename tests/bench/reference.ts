import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import postgres from "postgres";

/**
 * The bare server that ours is measured against: node:http and postgres.js with the least SQL that does the same for the same
 * reader, as the owner (no row-level security), with neither checks of input nor history. Run as a process of its own.
 */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} });

const cookieOf = (request: IncomingMessage) =>
  /throughline\.session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
const hashOf = (value: string) => createHash("sha256").update(value).digest("hex");

const seat = (request: IncomingMessage, planId: string) => sql`
  select p.workspace_id, p.participant_id, p.side, p.role, s.user_id from session s
  join participation p on p.person_id = s.user_id and p.plan_id = ${planId}
  where s.session_token = ${hashOf(cookieOf(request))} and s.expires > now()`;

async function readPlan(request: IncomingMessage, planId: string) {
  const [me] = await seat(request, planId);
  if (!me) return null;
  const ws = me.workspace_id;
  const [plan, milestones, steps, waits, participants] = await Promise.all([
    sql`select * from plan where workspace_id = ${ws} and id = ${planId}`,
    sql`select * from milestone where workspace_id = ${ws} and plan_id = ${planId} and removed_at is null order by position`,
    sql`select * from step where workspace_id = ${ws} and plan_id = ${planId} and removed_at is null order by position`,
    sql`select step_id, predecessor_id from step_dependency where workspace_id = ${ws} and plan_id = ${planId}`,
    sql`select * from participant where workspace_id = ${ws} and plan_id = ${planId} and removed_at is null`,
  ]);
  return { me, plan: plan[0], milestones, steps, waits, participants };
}

async function updateStep(request: IncomingMessage, planId: string, stepId: string, title: string) {
  const [me] = await seat(request, planId);
  if (!me) return null;
  const [step] = await sql`update step set title = ${title}, version = version + 1
    where workspace_id = ${me.workspace_id} and plan_id = ${planId} and id = ${stepId} returning *`;
  return step;
}

async function readHome(request: IncomingMessage) {
  return sql`select st.*, pl.title as plan_title from session s
    join participation p on p.person_id = s.user_id
    join plan pl on pl.workspace_id = p.workspace_id and pl.id = p.plan_id
    join step st on st.workspace_id = p.workspace_id and st.plan_id = p.plan_id and st.removed_at is null
    where s.session_token = ${hashOf(cookieOf(request))} and s.expires > now()`;
}

/** The same words as the page shows, as one string: what rendering costs when nothing renders. */
async function planPage(request: IncomingMessage, planId: string) {
  const found = await readPlan(request, planId);
  const rows = found?.steps.map((step) => `<li>${step.title} ${step.due_on}</li>`).join("") ?? "";
  return `<!doctype html><title>${found?.plan?.title}</title><ol>${rows}</ol><script>${JSON.stringify(found)}</script>`;
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const [, what = "", planId = "", stepId = ""] = (request.url ?? "").split("/");
  if (what === "page") {
    const page = await planPage(request, planId);
    response.writeHead(200, { "content-type": "text/html" }).end(page);
    return;
  }
  const title = await bodyOf(request);
  const found =
    what === "plan"
      ? await readPlan(request, planId)
      : what === "step"
        ? await updateStep(request, planId, stepId, title)
        : await readHome(request);
  response.writeHead(found ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(found));
}

async function bodyOf(request: IncomingMessage) {
  let body = "";
  for await (const part of request) body += part;
  return body;
}

createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
