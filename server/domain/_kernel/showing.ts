import { z } from "zod";

type Show = (value: unknown) => unknown;

/**
 * What a schema shows of an answer: its fields and no others. Of each the kind is looked at and not the form, which was checked when the
 * value came in: that is most of what checking it costs. An answer of another kind is left to zod, which says what is wrong with it.
 */
export function showing<S extends z.ZodType>(schema: S): (answer: unknown) => z.output<S> {
  let show: Show | undefined;
  return (answer) => {
    show ??= showOf(schema);
    const shown = show(answer);
    return (shown === differs ? schema.parse(answer) : shown) as z.output<S>;
  };
}

const differs = Symbol("differs");
const when =
  (isSo: (value: unknown) => boolean): Show =>
  (value) =>
    isSo(value) ? value : differs;

function showOf(schema: z.core.$ZodType): Show {
  const { def } = schema as z.ZodType;
  const parsed: Show = (value) => {
    const result = z.safeParse(schema, value);
    return result.success ? result.data : differs;
  };
  if (def.checks?.some(({ _zod }) => _zod.def.check === "overwrite")) return parsed;
  if (schema instanceof z.ZodObject) return schema.def.catchall ? parsed : showFields(schema.shape);
  if (schema instanceof z.ZodArray) return showEach(showOf(schema.element));
  if (schema instanceof z.ZodNullable) return showUnless(null, showOf(schema.unwrap()));
  if (schema instanceof z.ZodOptional) return showUnless(undefined, showOf(schema.unwrap()));
  if (schema instanceof z.ZodEnum) {
    const options = new Set<unknown>(schema.options);
    return when((value) => options.has(value));
  }
  if (schema instanceof z.ZodDate) return when((value) => value instanceof Date && !Number.isNaN(value.getTime()));
  if (def.type === "string" || def.type === "boolean") return when((value) => typeof value === def.type);
  if (def.type === "number") return when(Number.isFinite);
  return parsed;
}

function showFields(shape: Record<string, z.core.$ZodType>): Show {
  const names = Object.keys(shape);
  const shows = Object.values(shape).map(showOf);
  return (value) => {
    if (typeof value !== "object" || value === null) return differs;
    const fields = value as Record<string, unknown>;
    const shown: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      const field = shows[index]?.(fields[name]);
      if (field === differs) return differs;
      if (field !== undefined || name in fields) shown[name] = field;
    }
    return shown;
  };
}

function showEach(show: Show): Show {
  return (value) => {
    if (!Array.isArray(value)) return differs;
    const shown: unknown[] = [];
    for (const each of value) {
      const one = show(each);
      if (one === differs) return differs;
      shown.push(one);
    }
    return shown;
  };
}

const showUnless =
  (none: null | undefined, show: Show): Show =>
  (value) =>
    value === none ? value : show(value);
