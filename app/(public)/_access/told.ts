import { getTranslations } from "next-intl/server";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** One value of each parameter; a repeated one counts as absent. */
export async function readQuery(query: Query): Promise<Partial<Record<string, string>>> {
  const given = Object.entries(await query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(given);
}

const own = [
  "provider",
  "address_not_verified",
  "required",
  "one_address_only",
  "plain_address_only",
  "address_too_long",
  "not_an_address",
  "not_six_digits",
  "invited_address",
  "domain_not_allowed",
  "domain_looks_alike",
] as const;

const refusals = [
  "not_signed_in",
  "not_found",
  "not_allowed",
  "invalid",
  "waits",
  "most_reminders",
  "code_wrong",
  "code_used_up",
  "link_used",
  "link_expired",
  "link_revoked",
  "other_person",
  "request_answered",
  "already_on_plan",
] as const;

/** What a form's door said no with, as one sentence; null when it said nothing. */
export async function toldBy(query: Partial<Record<string, string>>): Promise<string | null> {
  const code = query.error;
  if (!code) return null;
  const [access, errors] = await Promise.all([getTranslations("access.failed"), getTranslations("errors")]);
  const fault = own.find((known) => known === (code === "invalid" ? query.field : code));
  if (fault) return access(fault);
  if (code === "too_many") return access("too_many", { seconds: Math.ceil((Number(query.seconds) || 0) / 60) });
  const refusal = refusals.find((known) => known === code);
  if (refusal) return errors(refusal, { left: Number(query.left) || 0, name: "none", titles: "", seconds: 0 });
  if (code === "unexpected") return access("unexpected", { reference: (query.reference ?? "").slice(0, 64) });
  // next-auth has codes of its own.
  return access("provider");
}
