import { Temporal } from "temporal-polyfill";

/** Integer minor units of one currency. */
export type Amounts = { low: number; likely: number; high: number };

/** Days of a mean month: a year of 365.25 days in twelve. */
const daysPerMonth = 30.4375;

/** The lines of the cost of doing nothing, added up: per month, like each of them. */
export function totalPerMonth(lines: readonly Amounts[]): Amounts {
  return {
    low: lines.reduce((sum, line) => sum + line.low, 0),
    likely: lines.reduce((sum, line) => sum + line.likely, 0),
    high: lines.reduce((sum, line) => sum + line.high, 0),
  };
}

/**
 * What doing nothing has cost from a day up to another, in minor units, rounded half up.
 * @param since,today `YYYY-MM-DD`. Nothing is owed before `since`.
 */
export function runningTotal(perMonth: Amounts, since: string, today: string): Amounts {
  const days = Temporal.PlainDate.from(since).until(Temporal.PlainDate.from(today)).days;
  return costOfDays(perMonth, Math.max(0, days));
}

/** What each week of delay costs, in minor units. */
export function weekOfDelay(perMonth: Amounts): Amounts {
  return costOfDays(perMonth, 7);
}

function costOfDays({ low, likely, high }: Amounts, days: number): Amounts {
  const cost = (amount: number) => Math.round((amount * days) / daysPerMonth);
  return { low: cost(low), likely: cost(likely), high: cost(high) };
}
