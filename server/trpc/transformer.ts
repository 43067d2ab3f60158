import superjson from "superjson";

const deepest = 24;
/** Ambiguous in a path, or nothing that should be sent. */
const unusualKey = /^$|[.\\]|^(__proto__|constructor|prototype|toJSON)$/;

/**
 * superjson, which clients read, with a short way for what most answers are: rows of plain values and dates. Its own walk copies
 * everything and costs more than the database. What is anything else, at any depth, is left to it as a whole.
 */
export const transformer = {
  serialize(value: unknown): ReturnType<typeof superjson.serialize> {
    const dates: Record<string, ["Date"]> = {};
    if (value instanceof Date || !isPlain(value, "", 0, dates)) return superjson.serialize(value);
    const json = value as ReturnType<typeof superjson.serialize>["json"];
    // The dates in it become text when the answer is written.
    return Object.keys(dates).length === 0 ? { json } : { json, meta: { values: dates, v: 1 } };
  },
  deserialize: superjson.deserialize.bind(superjson) as typeof superjson.deserialize,
};

function isPlain(value: unknown, path: string, depth: number, dates: Record<string, ["Date"]>): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      if (value === null) return true;
      if (depth === deepest) return false;
      if (value instanceof Date) return isDate(value, path, dates);
      return Array.isArray(value) ? isPlainList(value, path, depth, dates) : isPlainRecord(value, path, depth, dates);
    default:
      return false;
  }
}

function isDate(value: Date, path: string, dates: Record<string, ["Date"]>): boolean {
  dates[path] = ["Date"];
  return !Number.isNaN(value.getTime());
}

function isPlainList(list: unknown[], path: string, depth: number, dates: Record<string, ["Date"]>): boolean {
  for (let index = 0; index < list.length; index++) {
    if (!isPlain(list[index], path === "" ? `${index}` : `${path}.${index}`, depth + 1, dates)) return false;
  }
  return true;
}

function isPlainRecord(record: object, path: string, depth: number, dates: Record<string, ["Date"]>): boolean {
  const prototype: unknown = Object.getPrototypeOf(record);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const [key, value] of Object.entries(record)) {
    if (unusualKey.test(key)) return false;
    if (!isPlain(value, path === "" ? key : `${path}.${key}`, depth + 1, dates)) return false;
  }
  return true;
}
