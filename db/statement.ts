import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Transaction } from "./connection";

const dialect = new PgDialect();

type Values = Record<string, unknown>;

/** The place of a value that each run brings. */
export const given = (name: string) => sql.placeholder(name);

/** A statement of our own words whose text is made once. Each value that differs from run to run stands in it as `given(name)`. */
export function statement<Row extends Values>(query: SQL): (tx: Transaction, values: Values) => Promise<Row[]> {
  const text = dialect.sqlToQuery(query);
  return (tx, values) =>
    tx._.session
      .prepareQuery<{ execute: Row[]; all: Row[]; values: Row[] }>(text, undefined, undefined, true)
      .execute(values);
}
