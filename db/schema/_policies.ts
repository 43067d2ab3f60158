import { type SQL, sql } from "drizzle-orm";
import { pgPolicy, pgRole } from "drizzle-orm/pg-core";

export const appRole = pgRole("throughline_app").existing();
export const serviceRole = pgRole("throughline_service").existing();

const setting = (name: string, type: "uuid" | "text") =>
  sql.raw(`(select nullif(current_setting('app.${name}', true), '')::${type})`);

/** Who is asking, as the transaction set it. Each is one initplan, not a call per row. */
export const now_ = {
  workspace: setting("workspace_id", "uuid"),
  plan: setting("plan_id", "uuid"),
  side: setting("side", "text"),
  person: setting("person_id", "uuid"),
  participant: setting("participant_id", "uuid"),
  secret: setting("secret", "text"),
};

const zoneIsVisible = (zone: SQL, side: SQL) =>
  sql`(${zone} = 'shared' or ${side} = 'system' or (${zone} = 'committee' and ${side} = 'buyer') or (${zone} = 'seller' and ${side} = 'seller'))`;

const column = (table: string, name: string) => sql.raw(`"${table}"."${name}"`);

/** In a plan's transaction only that plan; a workspace's transaction, which only its members and jobs get, sees all. */
const planIsOpen = (table: string, planColumn: string) =>
  sql`(${column(table, planColumn)} = ${now_.plan} or (${now_.plan} is null and ${now_.side} in ('seller', 'system')))`;

type Shape = { plan?: string; zone?: boolean };

const inTenant = (table: string, shape: Shape, tenantColumn = "workspace_id") =>
  sql.join(
    [
      sql`${column(table, tenantColumn)} = ${now_.workspace}`,
      ...(shape.plan ? [planIsOpen(table, shape.plan)] : []),
      ...(shape.zone ? [zoneIsVisible(column(table, "zone"), now_.side)] : []),
    ],
    sql` and `,
  );

/** The plans that a person takes part in, for the home page, which has no single tenant. */
const byParticipation = (table: string, plan: string, zone: boolean) =>
  sql`${now_.workspace} is null and exists (select 1 from participation mine where mine.workspace_id = ${column(table, "workspace_id")} and mine.plan_id = ${column(table, plan)} and mine.person_id = ${now_.person}${zone ? sql` and ${zoneIsVisible(column(table, "zone"), sql.raw("mine.side::text"))}` : sql``})`;

/** The one policy of a tenant table: reads and writes alike stay in the transaction's tenant, plan and zone. */
export const tenantPolicy = (table: string, shape: Shape = {}, tenantColumn?: string) =>
  pgPolicy(`${table}_tenant`, {
    for: "all",
    to: [appRole, serviceRole],
    using: inTenant(table, shape, tenantColumn),
    withCheck: inTenant(table, shape, tenantColumn),
  });

/**
 * Beside it, for reading only: what a person takes part in, across tenants. For the service role alone, which a home is read as: with
 * two policies that may each let a row through, no index can be sought by the tenant.
 */
export const homePolicy = (table: string, { plan = "plan_id", zone = false } = {}) =>
  pgPolicy(`${table}_home`, { for: "select", to: serviceRole, using: byParticipation(table, plan, zone) });

/** Rows about one person, readable by that person in whatever tenant. */
export const ownRowPolicy = (table: string) =>
  pgPolicy(`${table}_own`, {
    for: "select",
    to: [appRole, serviceRole],
    using: sql`${column(table, "person_id")} = ${now_.person}`,
  });

/** A row that can be found by whoever holds its secret: the hash is set for the transaction, never listed. */
export const secretPolicy = (table: string, { of = "token_hash", to = serviceRole } = {}) =>
  pgPolicy(`${table}_secret`, { for: "select", to, using: sql`${column(table, of)} = ${now_.secret}` });

/** Matter that belongs to no tenant: people, sessions, the outbox. Only the service role is granted it. */
export const servicePolicy = (table: string) =>
  pgPolicy(`${table}_service`, { for: "all", to: serviceRole, using: sql`true`, withCheck: sql`true` });
