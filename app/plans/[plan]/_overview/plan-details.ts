import type { PlanHead } from "@/server/domain/plan/schemas";

const detailFields = ["title", "customerName", "startsOn", "decidesOn", "country", "currency"] as const;
export type DetailField = (typeof detailFields)[number];
export type Details = Record<DetailField, string>;

export const detailsOf = (from: Pick<PlanHead, DetailField>): Details => ({
  title: from.title,
  customerName: from.customerName,
  startsOn: from.startsOn,
  decidesOn: from.decidesOn,
  country: from.country,
  currency: from.currency,
});

/** Only what was really changed: what others changed meanwhile stays theirs. */
export const changedOf = (base: Details, typed: Details): Partial<Details> =>
  Object.fromEntries(
    detailFields.flatMap((field) => {
      const value = typed[field].trim();
      return value === base[field] ? [] : [[field, value]];
    }),
  );
