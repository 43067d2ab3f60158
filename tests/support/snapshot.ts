import { owner } from "./database";
import { tenantColumn, tenantTables } from "./tables";

let statement: string | undefined;

/** A digest of everything that a tenant has, table by table: equal before and after means that nothing of theirs changed. */
export async function tenantDigest(workspaceId: string): Promise<Record<string, string>> {
  statement ??= (await tenantTables())
    .map(
      (
        table,
      ) => `select '${table}' as name, count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
        from "${table}" t where "${tenantColumn(table)}" = $1`,
    )
    .join(" union all ");
  const rows = await owner().unsafe(statement, [workspaceId]);
  return Object.fromEntries(rows.map((row) => [row.name, `${row.rows} ${row.digest}`]));
}
