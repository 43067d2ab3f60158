import { Temporal } from "temporal-polyfill";
import { now } from "@/server/domain/_kernel";
import { addWorkingDays } from "@/server/domain/calendar";

/** The story's days as moments: working days from its start, in office hours, the same at each seeding of the same day. `today` is the plan's. */
export function storyTime(today: string, country: string, day: number) {
  const calendar = { country };
  const start = addWorkingDays(Temporal.PlainDate.from(today), -day, calendar);
  const dateOf = (at: number) => addWorkingDays(start, at, calendar).toString();
  const acts = new Map<number, number>();
  const moment = (at: number): Date => {
    const whole = Math.floor(at);
    const number = acts.get(whole) ?? 0;
    acts.set(whole, number + 1);
    const minutes = 8 * 60 + 12 + number * 19 + ((whole * 37) % 17);
    const time = new Date(`${dateOf(whole)}T00:00:00Z`).getTime() + minutes * 60_000;
    return new Date(Math.min(time, now().getTime() - (90 - Math.min(number, 80)) * 60_000));
  };
  return { startsOn: start.toString(), dateOf, moment };
}
