import { writeFileSync } from "node:fs";

let offset = 0;

/** Sets the clock of this process and of all that share its CLOCK_FILE; it goes on running from there. */
export function setClock(instant: string | Date): void {
  write(new Date(instant).getTime() - Date.now());
}

export function moveClock(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
  const hours = (by.days ?? 0) * 24 + (by.hours ?? 0);
  write(offset + ((hours * 60 + (by.minutes ?? 0)) * 60 + (by.seconds ?? 0)) * 1000);
}

export function resetClock(): void {
  write(0);
}

function write(milliseconds: number) {
  if (!process.env.CLOCK_FILE) throw new Error("CLOCK_FILE is not set: call useDatabase() first");
  offset = milliseconds;
  writeFileSync(process.env.CLOCK_FILE, String(offset));
}
