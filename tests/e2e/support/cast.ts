import type { BrowserContext } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { LinkAct } from "@/db/vocabulary";
import { hashOf, newId, newToken } from "@/server/domain/_kernel/ids";
import { preferencesLink, requestLink, stepLink, unsubscribeLink } from "@/server/domain/_kernel/links";
import { testSecret } from "@/tests/support/server";
import { theStage } from "./stage";

/** People of the demo workspace and of its richest plan, by what they are there. */
export const cast = {
  seller: "dana.kim@acme.example",
  editor: "marek.novak@acme.example",
  lead: "p.raman@northwind.example",
  contributor: "t.silva@northwind.example",
  handedIn: "e.vos@northwind.example",
  invited: "h.brandt@northwind.example",
};
export const customer = "Northwind Health";
export const workspaceSlug = "acme-scheduling";

const DAY = 86_400_000;

export async function withDatabase<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(theStage().databaseUrl, { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end());
}

/** Signs a browser in without the mail, which the main job's test walks through. */
export async function signIn(context: BrowserContext, email: string, server = theStage().first): Promise<void> {
  const token = newToken();
  await withDatabase(
    (sql) => sql`
      insert into session (session_token, id, user_id, expires, created_at)
      select ${hashOf(token)}, ${newId()}, id, ${new Date(Date.now() + DAY)}, now() from person where email = ${email}`,
  );
  await context.addCookies([
    { name: "throughline.session", value: token, url: server, httpOnly: true, sameSite: "Lax" },
  ]);
}

export async function planOf(customerName: string): Promise<string> {
  const [row] = await withDatabase((sql) => sql`select id from plan where customer_name = ${customerName}`);
  if (!row) throw new Error(`no plan with ${customerName}`);
  return row.id;
}

/** A step that is not begun, with its owner; each call may ask for another one by `skip`. */
export async function openStep(planId: string, { zone = "shared", skip = 0 } = {}) {
  const [row] = await withDatabase(
    (sql) => sql<{ id: string; title: string; workspaceId: string; ownerId: string }[]>`
      select id, title, workspace_id as "workspaceId", owner_id as "ownerId" from step
       where plan_id = ${planId} and zone = ${zone} and status = 'todo' and removed_at is null and owner_id is not null
         and kind not in ('meeting', 'question', 'approval')
       order by position collate "C" desc offset ${skip} limit 1`,
  );
  if (!row) throw new Error("no open step");
  return row;
}

/** The path of the page behind one of a reminder's links. */
export async function stepLinkPath(planId: string, act: LinkAct = "done"): Promise<string> {
  const { first, databaseUrl } = theStage();
  Object.assign(process.env, { APP_URL: first, AUTH_SECRET: testSecret, DATABASE_URL: databaseUrl });
  const { id, workspaceId, ownerId } = await stepFor(act, planId);
  const of = { workspaceId, planId, stepId: id, participantId: ownerId, zone: "shared" } as const;
  const link = new URL(stepLink(of, new Date(), act));
  return link.pathname + link.search;
}

/** An open step of the kind that the link is for. */
async function stepFor(act: LinkAct, planId: string) {
  if (act === "answer") return aStepOfKind(planId, "question");
  return act === "decide" ? aStepOfKind(planId, "approval") : openStep(planId);
}

const made = {
  meeting: { id: "019a0000-0000-7000-8000-00000000a5c3", title: "Walk the night wards together" },
  question: { id: "019a0000-0000-7000-8000-00000000a5c1", title: "Which sign-in does the hospital use?" },
  approval: { id: "019a0000-0000-7000-8000-00000000a5c2", title: "Approve the business case for the wards" },
};

/** A question, an approval or a meeting of the contributor's, beside the steps that the demo has. */
export async function aStepOfKind(planId: string, kind: keyof typeof made, id = made[kind].id) {
  const [owner] = await withDatabase(
    (sql) => sql<{ id: string }[]>`
      select id from participant where plan_id = ${planId} and email = ${cast.contributor}`,
  );
  if (!owner) throw new Error(`${cast.contributor} is not on the plan`);
  const beside = await openStep(planId);
  await withDatabase(
    (sql) => sql`
      insert into step (workspace_id, id, plan_id, milestone_id, zone, title, kind, status, owner_id, due_on, position)
      select workspace_id, ${id}, plan_id, milestone_id, 'shared', ${made[kind].title}, ${kind}, 'todo', ${owner.id}, due_on,
             position || 'V' from step where id = ${beside.id}
      on conflict do nothing`,
  );
  return { ...beside, id, title: made[kind].title, ownerId: owner.id };
}

/** Somebody new on the committee, or another owner, for a test that counts what reaches one person or changes what they may do. */
export async function someoneOf(planId: string, role: "contributor" | "viewer" | "owner") {
  const side = role === "owner" ? "seller" : "buyer";
  const [personId, participantId] = [newId(), newId()];
  const email = `${role}.${participantId.slice(-6)}@northwind.example`;
  await withDatabase(async (sql) => {
    await sql`insert into person (id, email, name) values (${personId}, ${email}, 'Femke Jansen')`;
    await sql`
      insert into participant (workspace_id, id, plan_id, side, role, person_id, email, name, status, joined_at)
      select workspace_id, ${participantId}, id, ${side}, ${role}, ${personId}, ${email}, 'Femke Jansen', 'joined', now()
        from plan where id = ${planId}`;
    await sql`
      insert into participation (workspace_id, plan_id, person_id, participant_id, side, role)
      select workspace_id, id, ${personId}, ${participantId}, ${side}, ${role} from plan where id = ${planId}`;
  });
  return { email, participantId };
}

/** A new step that this participant owns. */
export async function aStepOf(planId: string, ownerId: string, title: string) {
  const [id, beside] = [newId(), await openStep(planId)];
  await withDatabase(
    (sql) => sql`
      insert into step (workspace_id, id, plan_id, milestone_id, zone, title, kind, status, owner_id, due_on, position)
      select workspace_id, ${id}, plan_id, milestone_id, 'shared', ${title}, 'task', 'todo', ${ownerId}, due_on,
             position || 'M' from step where id = ${beside.id}`,
  );
  return { id, title };
}

type InvitationState = "open" | "used" | "expired" | "revoked";

/** An invitation of somebody who has not come yet, in the state that is asked for. */
export async function invitationPath(state: InvitationState, email = cast.invited): Promise<string> {
  const token = newToken();
  const past = new Date(Date.now() - DAY);
  const ends = state === "expired" ? past : new Date(Date.now() + DAY);
  await withDatabase(
    (sql) => sql`
      insert into invitation (workspace_id, id, plan_id, participant_id, email, token_hash, invited_by_name, expires_at,
                              used_at, revoked_at)
      select workspace_id, ${newId()}, plan_id, id, email, ${hashOf(token)}, 'Dana Kim', ${ends},
             ${state === "used" ? past : null}, ${state === "revoked" ? past : null}
        from participant where email = ${email}`,
  );
  return `/invitation?token=${token}`;
}

/** The page behind the link in a sign-in mail. */
export async function confirmPath(email: string): Promise<string> {
  const token = newToken();
  await withDatabase(
    (sql) => sql`
      insert into sign_in (id, email, token_hash, code_hash, expires_at)
      values (${newId()}, ${email}, ${hashOf(token)}, ${hashOf(newToken())}, ${new Date(Date.now() + DAY)})`,
  );
  return `/sign-in/confirm?token=${token}`;
}

/** Somebody who is invited to the demo's richest plan, for a test that changes what becomes of them. */
export async function invitedPerson(email: string, name: string): Promise<void> {
  const planId = await planOf(customer);
  await withDatabase(
    (sql) => sql`
      insert into participant (workspace_id, id, plan_id, side, role, email, name, status, invited_at, mailed_at)
      select workspace_id, ${newId()}, id, 'buyer', 'contributor', ${email}, ${name}, 'invited', now(), now()
        from plan where id = ${planId}`,
  );
}

/** The page behind the mail that tells the lead of somebody who asks to take part. */
export async function accessRequestPath(email: string): Promise<string> {
  const { first, databaseUrl } = theStage();
  Object.assign(process.env, { APP_URL: first, AUTH_SECRET: testSecret, DATABASE_URL: databaseUrl });
  const planId = await planOf(customer);
  const requestId = newId();
  const [row] = await withDatabase(
    (sql) => sql<{ workspaceId: string }[]>`
      insert into access_request (workspace_id, id, plan_id, invitation_id, side, name, email, why)
      select workspace_id, ${requestId}, id, ${newId()}, 'buyer', 'Jonas Keller', ${email}, 'I stand in for Hana Brandt in May.'
        from plan where id = ${planId} returning workspace_id as "workspaceId"`,
  );
  if (!row) throw new Error("no request was made");
  const link = new URL(requestLink({ ...row, planId, requestId, email: cast.lead }, new Date()));
  return link.pathname + link.search;
}

/** The paths behind a digest's links, mailed so many days ago: to the lead's preferences, and to end that digest. */
export async function digestPaths(daysAgo = 0) {
  const { first, databaseUrl } = theStage();
  Object.assign(process.env, { APP_URL: first, AUTH_SECRET: testSecret, DATABASE_URL: databaseUrl });
  const planId = await planOf(customer);
  const [reader] = await withDatabase(
    (sql) => sql<{ workspaceId: string; personId: string }[]>`
      select plan.workspace_id as "workspaceId", person.id as "personId" from plan, person
       where plan.id = ${planId} and person.email = ${cast.lead}`,
  );
  if (!reader) throw new Error(`${cast.lead} is nobody`);
  const unsubscribe = new URL(unsubscribeLink(reader, { from: "digest", plan: planId }));
  return {
    preferences: preferencesLink(reader, new Date(Date.now() - daysAgo * DAY)).slice(first.length),
    unsubscribe: `/unsubscribe${unsubscribe.search}`,
  };
}
