import { getTableColumns, type Table } from "drizzle-orm";
import type { z } from "zod";

/** The columns of a table that an answer shows: the others need not be read. */
export function shownColumns<T extends Table, Shape extends z.ZodRawShape>(table: T, { shape }: z.ZodObject<Shape>) {
  type Columns = T["_"]["columns"];
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name in shape);
  return Object.fromEntries(columns) as Pick<Columns, keyof Columns & keyof Shape>;
}
