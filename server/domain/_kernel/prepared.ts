import { Column, type Placeholder, type Query, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Tx } from "./within";

type Select = { toSQL(): Query; _: { readonly selectedFields: unknown; readonly result: unknown[] } };
type Values<Name extends string> = { [name in Name]: Placeholder<name> };

/**
 * A query whose text, and whose way from a row to an object, are worked out once and not with each request. What is selected is flat:
 * columns, and expressions whose values are taken as the driver gives them.
 */
export function prepared<Name extends string, Q extends Select>(
  names: readonly Name[],
  build: (values: Values<Name>, query: QueryBuilder) => Q,
) {
  let made: { text: Query; read: (rows: unknown[][]) => Q["_"]["result"] } | undefined;
  const make = () => {
    const places = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Values<Name>;
    const select = build(places, new QueryBuilder());
    return { text: select.toSQL(), read: reader(select._.selectedFields as Fields) };
  };
  return (tx: Tx, values: Record<Name, unknown>): Promise<Q["_"]["result"]> => {
    made ??= make();
    return tx._.session.prepareQuery(made.text, undefined, undefined, true, made.read).execute(values) as Promise<
      Q["_"]["result"]
    >;
  };
}

/**
 * For the rest of the transaction, each prepared query keeps the plan that it was once given. PostgreSQL would make a new one for each
 * list of values, and over several tenants' policies making it takes longer than following it. Sent along with the first queries.
 */
export const keepPlans = (tx: Tx) => tx.execute(sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`);

type Fields = Record<string, Column | SQL>;

function reader(fields: Fields) {
  const names = Object.keys(fields);
  const decoders = Object.values(fields).map(decoderOf);
  // Copied for each row: an object that grows key by key becomes slow to copy and to read.
  const blank = Object.fromEntries(names.map((name) => [name, null as unknown]));
  return (rows: unknown[][]) =>
    rows.map((values) => {
      const row = { ...blank };
      for (let index = 0; index < names.length; index++) {
        const value = values[index];
        const decode = decoders[index];
        row[names[index] as string] = value === null || !decode ? value : decode(value);
      }
      return row;
    });
}

function decoderOf(field: Column | SQL): ((value: unknown) => unknown) | undefined {
  if (!(field instanceof Column) || field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (value) => field.mapFromDriverValue(value);
}
