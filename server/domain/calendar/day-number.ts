import { Temporal } from "temporal-polyfill";

const msPerDay = 86_400_000;

/** Days since 1 January 1970. Counting over years of days is a hundred times quicker on numbers than on dates. */
export function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / msPerDay;
}

export function dayOf(number: number): Temporal.PlainDate {
  const date = new Date(number * msPerDay);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** 1 = Monday … 7 = Sunday. The epoch was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(number: number): number {
  return new Date(number * msPerDay).getUTCFullYear();
}
