import Holidays from "date-holidays";

/** What the list of holidays has no zone for, or a neighbour's or an old name of. */
const unlisted: Readonly<Record<string, string>> = {
  BA: "Europe/Sarajevo",
  BH: "Asia/Bahrain",
  CD: "Africa/Kinshasa",
  ET: "Africa/Addis_Ababa",
  HR: "Europe/Zagreb",
  IQ: "Asia/Baghdad",
  JO: "Asia/Amman",
  KG: "Asia/Bishkek",
  KW: "Asia/Kuwait",
  LB: "Asia/Beirut",
  LI: "Europe/Vaduz",
  MK: "Europe/Skopje",
  MN: "Asia/Ulaanbaatar",
  NP: "Asia/Kathmandu",
  OM: "Asia/Muscat",
  QA: "Asia/Qatar",
  SI: "Europe/Ljubljana",
  TZ: "Africa/Dar_es_Salaam",
  UA: "Europe/Kyiv",
  UZ: "Asia/Tashkent",
};

const zones = new Map(Object.entries(unlisted));

/**
 * The IANA zone in which most offices of a country are: the largest city's where there are several.
 * @returns "UTC" for a country that is not known.
 */
export function countryTimeZone(country: string): string {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return "UTC";
  const known = zones.get(code);
  if (known) return known;
  const zone = new Holidays(code).getTimezones()?.[0] ?? "UTC";
  zones.set(code, zone);
  return zone;
}
