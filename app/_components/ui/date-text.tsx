import { useNow } from "next-intl";
import type { PlainDateText } from "./plain-date";
import { useDateWords } from "./use-date-words";

export type DateTextProps = {
  date: PlainDateText;
  today: PlainDateText;
  /** full: "Tue 3 Dec, in 4 days" · near: "Tomorrow" or "Tue 3 Dec" · short: "3 Dec" · distance: "in 4 days" */
  form?: "full" | "near" | "short" | "distance";
  className?: string;
};

/** A plan's date as people say it; the exact one is in its title. */
export function DateText({ date, today, form = "full", className }: DateTextProps) {
  const words = useDateWords();
  return (
    <time dateTime={date} title={words.exact(date)} className={className}>
      {words[form](date, today)}
    </time>
  );
}

export type MomentTextProps = {
  at: Date | string;
  now?: Date | string;
  /** moment: "Yesterday, 16:20" · time: "16:20" · day: "today", "yesterday", "Mon", "29 Oct" */
  form?: "moment" | "time" | "day";
  className?: string;
};

/** An instant in the reader's own zone. */
export function MomentText({ at, now, form = "moment", className }: MomentTextProps) {
  const words = useDateWords();
  const requestNow = useNow();
  const instant = new Date(at);
  const current = now === undefined ? requestNow : new Date(now);
  return (
    <time dateTime={instant.toISOString()} title={words.exactMoment(instant)} className={className}>
      {words[form === "day" ? "lastDay" : form](instant, current)}
    </time>
  );
}
