/** The preferences of somebody on a hundred plans are half of it. */
const MOST_BYTES = 262_144;

export type Form = {
  read: (name: string) => string | null;
  /** What follows this in the names of fields, with the fields' values. */
  under: (prefix: string) => [rest: string, value: string | null][];
  wantsJson: boolean;
  /** Then none of it was read. */
  isTooLarge: boolean;
};

/** A form's fields, or a JSON body's. Anything else reads as an empty form. */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get("content-type") ?? "";
  const isJson = type.includes("application/json");
  const wantsJson = isJson || (request.headers.get("accept") ?? "").startsWith("application/json");
  const isTooLarge = Number(request.headers.get("content-length") ?? 0) > MOST_BYTES;
  const fields = isTooLarge ? {} : await fieldsOf(request, isJson).catch(() => ({}));
  return {
    read: (name) => textOf(Reflect.get(fields, name)),
    under: (prefix) =>
      Object.entries(fields).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), textOf(value)] as [string, string | null]] : [],
      ),
    wantsJson,
    isTooLarge,
  };
}

async function fieldsOf(request: Request, isJson: boolean): Promise<object> {
  if (!isJson) return Object.fromEntries(await request.formData());
  const body: unknown = await request.json();
  return typeof body === "object" && body !== null ? body : {};
}

const textOf = (field: unknown) => (typeof field === "string" && field !== "" ? field : null);
