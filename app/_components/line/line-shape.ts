import { daysBetween, type PlainDateText } from "../ui/plain-date";
import type { StepStatus } from "../ui/status-dot";

export type LineStop = {
  id: string;
  title: string;
  due: PlainDateText | null;
  status: StepStatus;
  doneOn?: PlainDateText | null;
  stepsDone?: number;
  stepsTotal?: number;
  kind?: "milestone" | "decision";
  href?: string;
};

export type DrawnStop = {
  stop: LineStop;
  look: "done" | "current" | "late" | "ahead";
  /** How much of the stretch to the next stop is solid: 0 … 1. */
  solid: number;
  /** Where today stands on the stretch to the next stop; null when it is elsewhere. */
  today: number | null;
};

export type LineShape = { stops: DrawnStop[]; todayIsBeforeAll: boolean; current: LineStop | null };

/** Stops stand at equal distances, so that their names have room; only today is placed by its date. */
export function shapeLine(all: LineStop[], today: PlainDateText): LineShape {
  const stops = all.filter((stop) => stop.status !== "dropped");
  const firstOpen = stops.findIndex((stop) => stop.status !== "done");
  const lastSolid = (firstOpen === -1 ? stops.length : firstOpen) - 1;
  const reached = stops.findLastIndex((stop) => isReached(stop, today));
  return {
    stops: stops.map((stop, index) => {
      const onStretch = index === reached ? stretchFraction(stop, stops[index + 1], today) : null;
      const solidToToday = index === lastSolid && onStretch !== null ? onStretch : 0;
      return {
        stop,
        look: lookOf(stop, index === firstOpen, today),
        solid: index < lastSolid ? 1 : solidToToday,
        today: onStretch,
      };
    }),
    todayIsBeforeAll: reached === -1,
    current: stops[firstOpen] ?? null,
  };
}

function lookOf(stop: LineStop, isFirstOpen: boolean, today: PlainDateText): DrawnStop["look"] {
  if (stop.status === "done") return "done";
  if (stop.due !== null && daysBetween(today, stop.due) < 0) return "late";
  return isFirstOpen || stop.status === "doing" || stop.status === "blocked" ? "current" : "ahead";
}

function isReached(stop: LineStop, today: PlainDateText): boolean {
  const date = standsAt(stop);
  return date !== null && daysBetween(date, today) >= 0;
}

/** Kept off both stops unless today is the very day, so that the mark never hides one. */
function stretchFraction(from: LineStop, to: LineStop | undefined, today: PlainDateText): number {
  const start = standsAt(from);
  const end = to ? standsAt(to) : null;
  if (start === null) return 0.5;
  const passed = daysBetween(start, today);
  if (passed === 0) return 0.12;
  if (end === null) return 0.6;
  const length = Math.max(daysBetween(start, end), 1);
  return Math.min(Math.max(passed / length, 0.14), 0.86);
}

function standsAt(stop: LineStop): PlainDateText | null {
  return stop.status === "done" ? (stop.doneOn ?? stop.due) : stop.due;
}
