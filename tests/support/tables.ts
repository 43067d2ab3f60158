import { owner } from "./database";

/** Tables that belong to no tenant. A new table is a tenant's unless somebody adds it here and says why. */
export const tablesOfNobody = [
  "person", // one human over all tenants
  "account", // how a person signs in elsewhere
  "session",
  "sign_in",
  "mail", // the outbox: sign-in mails have no tenant; the application's role may only add to it
  "calendar_feed", // a person's own, over all tenants
  "mail_event", // what the provider tells, by its own ids
  "suppression", // an address that takes no mail takes it from nobody
  "mutation", // a person's own retries
  "notification_choice", // a person's own, over all tenants
  "rate_limit",
  "worker_beat",
];

/** Tenant tables that jobs read across tenants, by what is due: the service role's, except for `reminder_due` and `invitation_chase`. */
export const tablesOfReminders = [
  "reminder_due",
  "reminder_day",
  "mail_preference",
  "digest_due",
  "invitation_chase",
  "mail_count",
  "mail_pause",
];

/** Tenant tables of which the application's role has nothing: jobs write them, and people read what is theirs across tenants. */
export const tablesOfService = [
  "reminder_day",
  "mail_preference",
  "digest_due",
  "notification",
  "mail_count",
  "mail_pause",
];

export async function tenantTables(): Promise<string[]> {
  const all = await owner()<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`;
  return all.map(({ name }) => name).filter((name) => !tablesOfNobody.includes(name));
}

/** Those that the application reads. */
export async function zonedTables(): Promise<string[]> {
  const zoned = await owner()<{ name: string }[]>`
    select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'zone' order by 1`;
  return zoned.map(({ name }) => name).filter((name) => !tablesOfService.includes(name));
}

/** The column that says whose row it is. */
export const tenantColumn = (table: string) => (table === "workspace" ? "id" : "workspace_id");

/** What people made: marked as removed, never deleted, so that neither is its history. */
export const keptForever = [
  "meeting",
  "meeting_attendee",
  "workspace",
  "member",
  "invitation",
  "access_request",
  "plan",
  "plan_stream",
  "event",
  "participant",
  "milestone",
  "step",
  "comment",
  "step_answer",
  "link_use",
  "problem",
  "problem_agreement",
  "cost_line",
  "criterion",
  "option",
];
