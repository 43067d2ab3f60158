export type Anchor = "start" | "target";

/** What stands in the form. Empty where nothing was typed and a suggestion stands in its place. */
export type Draft = {
  customerName: string;
  title: string;
  templateKey: string | null;
  anchor: Anchor;
  anchorDate: string;
  country: string;
  currency: string | null;
};

/** What the form asks for, by the names that the server uses: a refusal finds its field by them. */
export const plannedFields = ["customerName", "title", "anchorDate", "country", "currency"] as const;
export type PlannedField = (typeof plannedFields)[number];

export type Fault = "required" | "too_long" | "not_a_date" | "date_out_of_range" | "wrong";
export type Faults = Partial<Record<PlannedField, Fault>>;

export const longest = { customerName: 120, title: 200 };
const faultsKnown: readonly string[] = ["required", "too_long", "not_a_date", "date_out_of_range"];

/** Dates further off than any plan: the same bounds as the server's. */
export function dateFault(date: string): Fault | null {
  if (!/^\d{4,}-\d{2}-\d{2}$/.test(date)) return "not_a_date";
  return date < "2000-01-01" || date > "2100-12-31" || date.length > 10 ? "date_out_of_range" : null;
}

/** @param title as it would be sent: typed, or suggested. */
export function faultsOf(draft: Draft, title: string): Faults {
  const date = dateFault(draft.anchorDate);
  const customer = textFault("customerName", draft.customerName);
  const isSuggestedLater = customer.customerName === "required" && title === "";
  return {
    ...customer,
    ...(isSuggestedLater ? {} : textFault("title", title)),
    ...(date ? { anchorDate: date } : {}),
  };
}

function textFault(field: "customerName" | "title", typed: string): Faults {
  if (typed.trim() === "") return { [field]: "required" };
  return typed.trim().length > longest[field] ? { [field]: "too_long" } : {};
}

/** The server has the last word: what it found wrong stands at the same fields. */
export function faultsFrom(fields: Record<string, string> = {}): Faults {
  const found = plannedFields.flatMap((field) => {
    const said = fields[field];
    if (!said) return [];
    return [[field, faultsKnown.includes(said) ? said : "wrong"]];
  });
  return Object.fromEntries(found);
}
