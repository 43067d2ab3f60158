import { expect, test } from "vitest";
import { owner, useDatabase } from "../support/database";
import { tablesOfNobody, tenantColumn, tenantTables } from "../support/tables";

useDatabase();

const roles = ["throughline_app", "throughline_service"];

test("there are tenant tables, and every table of nobody exists", async () => {
  const tables = await tenantTables();
  expect(tables).toContain("workspace");
  expect(tables).toContain("step");
  expect(tables.length).toBeGreaterThanOrEqual(20);
  const all = await owner()`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  expect(all.map((row) => row.relname)).toEqual(expect.arrayContaining(tablesOfNobody));
});

test("every table has row-level security, forced, with a policy that names the application's roles", async () => {
  const tables = await owner()`
    select c.relname, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  for (const table of tables) {
    expect.soft(table, table.relname).toMatchObject({ enabled: true, forced: true });
    expect.soft(table.policies, `policies of ${table.relname}`).toBeGreaterThanOrEqual(1);
  }
  const loose = await owner()`
    select p.polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'public'::regnamespace and 0 = any (p.polroles)`;
  expect(loose, "policies for PUBLIC").toEqual([]);
});

test("each tenant table has a policy that asks for the tenant, also for what is written", async () => {
  for (const table of await tenantTables()) {
    const policies = await owner()`
      select policyname, cmd, qual, with_check from pg_policies where schemaname = 'public' and tablename = ${table}`;
    for (const policy of policies.filter(({ cmd }) => cmd !== "SELECT")) {
      if (policy.policyname === `${table}_service`) continue;
      for (const condition of policy.cmd === "DELETE" ? [policy.qual] : [policy.qual, policy.with_check]) {
        expect.soft(condition, `${policy.policyname} on ${table}`).toContain("app.workspace_id");
      }
    }
  }
});

test("each tenant table's primary key is led by its tenant", async () => {
  for (const table of await tenantTables()) {
    const [key] = await owner()`
      select a.attname as first from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'p' and k.conrelid = ${`public.${table}`}::regclass`;
    expect.soft(key?.first, `primary key of ${table}`).toBe(tenantColumn(table));
  }
});

test("nothing else is unique across tenants but a workspace's address", async () => {
  const tables = await tenantTables();
  const unique = await owner()`
    select c.relname as "table", i.relname as index, a.attname as first
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisunique and c.relname in ${owner()(tables)}`;
  const across = unique
    .filter((row) => row.first !== tenantColumn(row.table))
    .map((row) => `${row.table}.${row.first}`);
  expect(across).toEqual(["workspace.slug"]);
});

test("each foreign key of a tenant table is led by the tenant on both ends", async () => {
  const keys = await owner()`
    select c.relname as "table", k.conname as name, f.relname as target, a.attname as here, b.attname as there
      from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
      where k.contype = 'f' and c.relname in ${owner()(await tenantTables())}`;
  expect(keys.length).toBeGreaterThanOrEqual(15);
  for (const key of keys) {
    expect.soft([key.here, key.there], key.name).toEqual(["workspace_id", tenantColumn(key.target)]);
  }
});

test("a row that names a plan and another row of the plan cannot mix two plans", async () => {
  const keys = await owner()`
    select c.relname as "table", f.relname as target,
        array(select attname::text from pg_attribute where attrelid = c.oid and attnum = any (k.conkey)) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and f.relname not in ('plan', 'workspace', 'person')
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'plan_id' and not a.attisdropped)`;
  expect(keys.length).toBeGreaterThan(5);
  for (const key of keys) expect.soft(key.columns, `${key.table} → ${key.target}`).toContain("plan_id");
});

test("the two roles are nobody special and own nothing", async () => {
  const attributes = await owner()`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
      from pg_roles where rolname in ${owner()(roles)} order by 1`;
  const nobody = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
  expect(attributes).toEqual(
    roles.map((rolname) => ({ rolname, ...nobody, rolreplication: false, rolcanlogin: true })),
  );

  const memberships = await owner()`
    select m.roleid::regrole::text as "of", m.member::regrole::text from pg_auth_members m
      where m.member::regrole::text in ${owner()(roles)}`;
  expect(memberships).toEqual([]);
  const owned = await owner()`
    select c.relname from pg_class c where c.relowner::regrole::text in ${owner()(roles)}
      union all select p.proname from pg_proc p where p.proowner::regrole::text in ${owner()(roles)}
      union all select nspname from pg_namespace where nspowner::regrole::text in ${owner()(roles)}`;
  expect(owned).toEqual([]);
});

test("what happened is added and read, never changed or taken away", async () => {
  const grants = await owner()`
    select grantee, array_agg(privilege_type::text order by privilege_type) as may from information_schema.role_table_grants
      where table_schema = 'public' and table_name = 'event' and grantee in ${owner()(roles)} group by 1 order by 1`;
  expect(grants).toEqual(roles.map((grantee) => ({ grantee, may: ["INSERT", "SELECT"] })));
});

test("nobody may truncate, refer to or trigger on a table, and the application's role has nothing of nobody's tables", async () => {
  const grants = await owner()`
    select grantee, table_name, privilege_type from information_schema.role_table_grants
      where table_schema = 'public' and (grantee = 'PUBLIC' or grantee in ${owner()(roles)})`;
  expect(grants.filter((grant) => grant.grantee === "PUBLIC")).toEqual([]);
  const usual = ["SELECT", "INSERT", "UPDATE", "DELETE"];
  expect(grants.filter((grant) => !usual.includes(grant.privilege_type))).toEqual([]);

  const onNobodys = grants
    .filter((grant) => grant.grantee === "throughline_app" && tablesOfNobody.includes(grant.table_name))
    .map((grant) => `${grant.table_name} ${grant.privilege_type}`)
    .filter((grant) => !grant.startsWith("mutation "));
  expect(onNobodys).toEqual(["mail INSERT"]);
});

test("the application's role cannot make anything, nor touch the queue but through its one function", async () => {
  const [may] = await owner()`
    select has_schema_privilege('throughline_app', 'public', 'create') as makes,
      has_schema_privilege('throughline_app', 'graphile_worker', 'usage') as queues,
      has_schema_privilege('throughline_service', 'public', 'create') as service_makes`;
  expect(may).toEqual({ makes: false, queues: false, service_makes: false });
});

test("functions that run as their owner are known and cannot be led astray", async () => {
  const definers = await owner()`
    select p.proname, p.proconfig from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`;
  expect(definers).toEqual([{ proname: "enqueue_job", proconfig: ["search_path=pg_catalog, pg_temp"] }]);
});

test("no view or materialised view stands beside the tables, where policies would be their owner's", async () => {
  const views = await owner()`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`;
  expect(views).toEqual([]);
});
