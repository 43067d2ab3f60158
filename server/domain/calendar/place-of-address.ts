import { countryTimeZone } from "./country-zone";
import type { WorkingCalendar } from "./working-days";

/** Whose morning and whose working days count. */
export type Clock = { zone: string; calendar: WorkingCalendar };

export type PlaceOfPlan = { country: string; timeZone: string };

/** Endings of two letters that are sold to the whole world: they say nothing of where somebody is. */
const placeless = new Set([
  "ac",
  "ai",
  "cc",
  "co",
  "eu",
  "fm",
  "gg",
  "io",
  "la",
  "ly",
  "me",
  "sh",
  "su",
  "to",
  "tv",
  "ws",
]);
const unlikeTheirCountry: Record<string, string> = { uk: "GB" };

/**
 * In which zone, and by whose working days, somebody lives whose address is all that is known: its country's, else the plan's. In the
 * plan's own country the plan's zone counts, which was chosen among that country's. Of another country with several zones nothing
 * tells which, so it is its largest city's, where most of its people are at most an hour or two off.
 */
export function placeOfAddress(email: string, plan: PlaceOfPlan): Clock {
  const ofPlan = { zone: plan.timeZone, calendar: { country: plan.country } };
  const country = countryOfAddress(email);
  if (country === null || country === plan.country.toUpperCase()) return ofPlan;
  const zone = countryTimeZone(country);
  return zone === "UTC" ? ofPlan : { zone, calendar: { country } };
}

function countryOfAddress(email: string): string | null {
  const ending = email.slice(email.lastIndexOf(".") + 1).toLowerCase();
  if (!/^[a-z]{2}$/.test(ending) || placeless.has(ending)) return null;
  return unlikeTheirCountry[ending] ?? ending.toUpperCase();
}
