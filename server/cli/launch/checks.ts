import nodemailer from "nodemailer";
import postgres from "postgres";
import { appliedMigrations } from "@/db/applied";
import { type Role, roles, roleUrl } from "@/db/connection";
import { env } from "@/server/env";
import { newerRemedy } from "./newer";
import { reasonOf } from "./refusal";

/** One line of the doctor's. A remedy makes it a problem. */
export type Finding = { subject: string; said: string; remedy?: string };

type RoleRow = { can_login: boolean; excess: string[]; owns: number };

export function settingsFindings(): Finding[] {
  const isPublic = !["localhost", "127.0.0.1"].includes(new URL(env.APP_URL).hostname);
  const address: Finding = { subject: "APP_URL", said: env.APP_URL };
  if (isPublic && !env.APP_URL.startsWith("https:")) {
    address.remedy = "Serve it over https: sign-in cookies of a public address are sent over https only.";
  }
  return [{ subject: "settings", said: `complete, for ${env.isProduction ? "production" : "this machine"}` }, address];
}

export async function roleFindings(ownerUrl: string): Promise<Finding[]> {
  return withDatabase(ownerUrl, (sql) => Promise.all(roles.map((role) => roleFinding(sql, role, ownerUrl))));
}

async function roleFinding(sql: postgres.Sql, role: Role, ownerUrl: string): Promise<Finding> {
  const subject = `role ${role}`;
  const [found] = await sql<RoleRow[]>`
    select rolcanlogin as can_login,
      array_remove(array[case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
        case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end], null) as excess,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
    from pg_roles where rolname = ${role}`;
  if (!found) return { subject, said: "is missing", remedy: "Run `npm run migrate`." };
  if (found.excess.length > 0) {
    return { subject, said: `is ${found.excess.join(", ")}`, remedy: "Run `npm run migrate`, which takes that away." };
  }
  if (found.owns > 0) {
    return {
      subject,
      said: `owns ${found.owns} tables`,
      remedy: `Give them to the owner: reassign owned by ${role} to …`,
    };
  }
  const refusal = await withDatabase(roleUrl(role, { ownerUrl, secret: env.AUTH_SECRET }), (own) => own`select 1`).then(
    () => undefined,
    (error: unknown) => reasonOf(error),
  );
  if (refusal) {
    return {
      subject,
      said: `cannot sign in: ${refusal}`,
      remedy: "Its password follows from AUTH_SECRET. Run `npm run migrate` with the secret in use.",
    };
  }
  return { subject, said: "signs in, confined by row-level security" };
}

/** A dump that is restored before the roles exist loses its policies, and then nobody sees anything: no error says so. */
export async function policyFinding(ownerUrl: string): Promise<Finding> {
  const bare = await withDatabase(
    ownerUrl,
    (sql) => sql<{ name: string }[]>`select relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select 1 from pg_policy p where p.polrelid = c.oid) order by relname`,
  );
  const subject = "policies";
  if (bare.length === 0) return { subject, said: "every table has its own" };
  return {
    subject,
    said: `none on ${bare.map(({ name }) => name).join(", ")}`,
    remedy: "Restore the dump again, after making the two roles: see “Backup and restore” in the README.",
  };
}

export async function migrationFinding(ownerUrl: string): Promise<Finding> {
  const { count, missing, newer } = await withDatabase(ownerUrl, appliedMigrations);
  const subject = "migrations";
  if (newer > 0) return { subject, said: `${newer} are newer than this version`, remedy: newerRemedy };
  if (missing.length > 0) return { subject, said: `missing: ${missing.join(", ")}`, remedy: "Run `npm run migrate`." };
  return { subject, said: `all ${count} applied` };
}

export async function mailFinding(): Promise<Finding> {
  const subject = `mail (${env.MAIL_TRANSPORT})`;
  try {
    if (env.MAIL_TRANSPORT === "smtp") {
      const transport = nodemailer.createTransport({
        url: env.SMTP_URL,
        connectionTimeout: 5_000,
        greetingTimeout: 5_000,
      });
      await transport.verify().finally(() => transport.close());
      return { subject, said: "the server takes our sign-in" };
    }
    if (env.MAIL_TRANSPORT === "resend") return await resendFinding(subject);
    const said = "mails stay on the /mailbox page; nothing leaves this machine";
    return env.isProduction
      ? { subject, said, remedy: "Set RESEND_API_KEY, or SMTP_URL, to send mails." }
      : { subject, said };
  } catch (error) {
    const remedy = `Check ${env.MAIL_TRANSPORT === "smtp" ? "SMTP_URL" : "RESEND_BASE_URL"} and the way there.`;
    return { subject, said: reasonOf(error), remedy };
  }
}

async function resendFinding(subject: string): Promise<Finding> {
  const answer = await fetch(`${env.RESEND_BASE_URL ?? "https://api.resend.com"}/domains`, {
    headers: { authorization: `Bearer ${env.RESEND_API_KEY}` },
    signal: AbortSignal.timeout(5_000),
  });
  // A key that may only send is refused here by name, and is right for us.
  const mayOnlySend = answer.status === 401 && /restricted/.test(await answer.clone().text());
  if ((answer.ok || mayOnlySend) && !env.RESEND_WEBHOOK_SECRET) {
    const remedy = `Bounces and complaints are not heard of. In Resend, add a webhook to ${env.APP_URL}/api/webhooks/resend and set RESEND_WEBHOOK_SECRET to its signing secret.`;
    return { subject, said: "the key is accepted, but nothing comes back", remedy };
  }
  if (answer.ok || mayOnlySend) return { subject, said: "the key is accepted, and the webhook's secret is set" };
  return { subject, said: `Resend answers ${answer.status}`, remedy: "Check RESEND_API_KEY." };
}

async function withDatabase<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 2, connect_timeout: 5, onnotice: () => {} });
  return await work(sql).finally(() => sql.end({ timeout: 1 }));
}
