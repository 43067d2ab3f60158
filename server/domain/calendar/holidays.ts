import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { dayNumber } from "./day-number";

const nothing: ReadonlySet<number> = new Set();
const perPlaceAndYear = new Map<string, ReadonlySet<number>>();
const perPlace = new Map<string, Holidays | null>();

/**
 * Public holidays of a country in a year, substitute days included, as day numbers. Half holidays that begin at noon or later are
 * working days. Before 1950 and after 2150 there are none: the rules are not made for that.
 * @param country ISO 3166-1 alpha-2. An unknown one has no holidays.
 * @param region the part after the hyphen of ISO 3166-2 (`BY` for Bavaria). An unknown one has its country's holidays.
 */
export function holidaysOf(country: string, region: string | null, year: number): ReadonlySet<number> {
  if (year < 1950 || year > 2150) return nothing;
  const key = `${country}:${region}:${year}`;
  const known = perPlaceAndYear.get(key);
  if (known) return known;

  const place = placeOf(country, region);
  const calendar = place && calendarOf(place);
  if (!calendar) return nothing;
  const days = new Set([...daysBegunIn(calendar, year - 1), ...daysBegunIn(calendar, year)]);
  perPlaceAndYear.set(key, days);
  return days;
}

function placeOf(country: string, region: string | null): string | null {
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return null;
  const part = region?.toUpperCase() ?? "";
  return /^[A-Z0-9]{1,3}$/.test(part) && calendarOf(code)?.getStates(code)?.[part] ? `${code}-${part}` : code;
}

function calendarOf(place: string): Holidays | null {
  const known = perPlace.get(place);
  if (known !== undefined) return known;
  const [country = "", region] = place.split("-");
  const isKnown = country in new Holidays().getCountries();
  const made = !isKnown ? null : region ? new Holidays(country, region) : new Holidays(country);
  perPlace.set(place, made);
  return made;
}

/** A holiday may last several days and reach into the next year; Islamic ones are given with a shift that is not the date's. */
function daysBegunIn(calendar: Holidays, year: number): number[] {
  return calendar
    .getHolidays(year)
    .filter((holiday) => holiday.type === "public")
    .flatMap(({ date, start, end }) => {
      const begins = Temporal.PlainDateTime.from(date.slice(0, 19).replace(" ", "T"));
      const hours = (end.getTime() - start.getTime()) / 3_600_000;
      const first = begins.hour < 12 ? 0 : 1;
      const last = Math.floor((begins.hour + hours - 12 - 0.01) / 24);
      const day = dayNumber(begins.toPlainDate());
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => day + first + index);
    });
}
