/** A plan's date as it travels: "2026-12-03". */
export type PlainDateText = string;

export type DayParts = { year: number; month: number; day: number; weekday: number };

const msPerDay = 86_400_000;

export function dayParts(date: PlainDateText): DayParts {
  const instant = new Date(epochMs(date));
  return {
    year: instant.getUTCFullYear(),
    month: instant.getUTCMonth() + 1,
    day: instant.getUTCDate(),
    weekday: instant.getUTCDay(),
  };
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDateText, to: PlainDateText): number {
  return Math.round((epochMs(to) - epochMs(from)) / msPerDay);
}

export const addDays = (date: PlainDateText, days: number): PlainDateText =>
  new Date(epochMs(date) + days * msPerDay).toISOString().slice(0, 10);

/** The local date and clock time of an instant in an IANA zone. */
export function localMoment(instant: Date, timeZone: string): { date: PlainDateText; time: string } {
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all that a page does with it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}

function epochMs(date: PlainDateText): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`Not a plain date: ${date}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}
