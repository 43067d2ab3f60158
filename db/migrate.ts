import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations as migrateQueue } from "graphile-worker";
import postgres, { type Sql } from "postgres";
import { rolePassword, roles } from "./connection";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

const quiet = new Logger(() => () => {});

// Any constant: two processes that start together take turns.
const MIGRATION_LOCK = 7_305_119;

/**
 * Brings a database to this version: the two confined roles, the tables, the queue's tables. Safe to repeat.
 * @throws with the statement's own message when a migration fails; what it had begun is rolled back.
 */
export async function migrate(ownerUrl: string, secret: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await createRoles(sql, secret);
    await migrateQueue({ connectionString: ownerUrl, logger: quiet });
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await grantQueue(sql);
    await grantHistory(sql);
  } finally {
    await sql.end({ timeout: 3 });
  }
}

/** Roles belong to the whole server, so creating them is repeated safely and races with nobody. */
async function createRoles(sql: Sql, secret: string) {
  for (const role of roles) {
    const password = rolePassword(role, secret);
    await sql.unsafe(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role} login; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
    const [known] =
      await sql`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as excessive from pg_roles where rolname = ${role}`;
    if (known?.excessive) await sql.unsafe(`alter role ${role} nosuperuser nobypassrls nocreaterole nocreatedb`);
    await sql.unsafe(`alter role ${role} login password '${password}'`);
  }
}

/** The worker takes and finishes jobs as the service role; the queue is the only schema it shares with its owner. */
async function grantQueue(sql: Sql) {
  await sql.unsafe(`
    grant usage on schema graphile_worker to throughline_service;
    grant select, insert, update, delete on all tables in schema graphile_worker to throughline_service;
    grant usage, select, update on all sequences in schema graphile_worker to throughline_service;
    grant execute on all functions in schema graphile_worker to throughline_service;
  `);
  const closed = await sql`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid)`;
  for (const { relname } of closed) {
    await sql.unsafe(
      `create policy ${relname}_worker on graphile_worker.${relname} for all to throughline_service using (true) with check (true)`,
    );
  }
}

/** Health asks which migrations are in. */
async function grantHistory(sql: Sql) {
  await sql.unsafe(`
    grant usage on schema drizzle to throughline_service;
    grant select on drizzle.__drizzle_migrations to throughline_service;
  `);
}
