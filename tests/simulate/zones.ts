export type TimeZones = readonly [string, ...string[]];

/** Where it is morning from 8 to 20 o'clock in Greenwich. */
const west = [
  "Europe/London",
  "Europe/Lisbon",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Santiago",
  "America/New_York",
  "America/Havana",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "Pacific/Chatham",
  "Pacific/Auckland",
] as const;

/** Where it is morning from 20 to 8 o'clock in Greenwich. */
const east = [
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Australia/Adelaide",
  "Asia/Tokyo",
  "Asia/Singapore",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Europe/Istanbul",
  "Asia/Jerusalem",
  "Europe/Athens",
  "Africa/Cairo",
  "Africa/Johannesburg",
  "Europe/Berlin",
  "Africa/Casablanca",
] as const;

/** Each half has clocks that change in either hemisphere and clocks that stand apart by parts of an hour; the eastern one also has one that changes by half an hour. */
export const halves = { east, west };
export const allZones: TimeZones = [...east, ...west];
