import { useTimeZone, useTranslations } from "next-intl";
import { dayParts, daysBetween, localMoment, type PlainDateText } from "./plain-date";

/**
 * Dates as people say them, as text for use inside other sentences. Names of days and months are our own
 * messages: the server's and the browser's `Intl` disagree on them, which would redraw the page.
 */
export function useDateWords() {
  const t = useTranslations("dates");
  const timeZone = useTimeZone() ?? "UTC";

  const weekday = (date: PlainDateText) => t(`weekday.${weekdayKey(date)}`);
  const weekdayLong = (date: PlainDateText) => t(`weekdayLong.${weekdayKey(date)}`);

  /** "3 Dec", with the year when it is not `today`'s. */
  const short = (date: PlainDateText, today?: PlainDateText) => {
    const { year, day } = dayParts(date);
    const month = t(`month.${monthKey(date)}`);
    return isOtherYear(date, today)
      ? t("dayMonthYear", { day, month, year: String(year) })
      : t("dayMonth", { day, month });
  };

  /** "Tue 3 Dec", with the year when it is not `today`'s. */
  const day = (date: PlainDateText, today?: PlainDateText) => {
    const { year, day } = dayParts(date);
    const words = { weekday: weekday(date), day, month: t(`month.${monthKey(date)}`) };
    return isOtherYear(date, today)
      ? t("weekdayDayMonthYear", { ...words, year: String(year) })
      : t("weekdayDayMonth", words);
  };

  /** "Tuesday 3 December 2026" */
  const exact = (date: PlainDateText) => t("exact", exactWords(date));
  const exactWords = (date: PlainDateText) => {
    const { year, day } = dayParts(date);
    return { weekday: weekdayLong(date), day, month: t(`monthLong.${monthKey(date)}`), year: String(year) };
  };

  /** "today", "tomorrow", "in 4 days", "2 weeks ago" */
  const distance = (date: PlainDateText, today: PlainDateText) => {
    const days = daysBetween(today, date);
    if (days === 0) return t("today");
    if (days === 1) return t("tomorrow");
    if (days === -1) return t("yesterday");
    const weeks = Math.round(Math.abs(days) / 7);
    if (days > 20) return t("inWeeks", { weeks });
    if (days < -20) return t("weeksAgo", { weeks });
    return days > 0 ? t("inDays", { days }) : t("daysAgo", { days: -days });
  };

  /** "Tue 3 Dec, in 4 days" */
  const full = (date: PlainDateText, today: PlainDateText) =>
    t("with", { date: day(date, today), distance: distance(date, today) });

  /** For columns: "Today", "Tomorrow", "Yesterday", else "Tue 3 Dec". */
  const near = (date: PlainDateText, today: PlainDateText) => {
    const days = daysBetween(today, date);
    if (days === 0) return t("capitalToday");
    if (days === 1) return t("capitalTomorrow");
    if (days === -1) return t("capitalYesterday");
    return day(date, today);
  };

  /** "12 minutes ago", "16:20", "Yesterday, 16:20", "Monday, 09:14", "29 Oct, 09:14" */
  const moment = (instant: Date, now: Date) => {
    const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
    if (minutes >= 0 && minutes < 1) return t("now");
    if (minutes > 0 && minutes < 60) return t("minutesAgo", { minutes });
    const { date, time } = localMoment(instant, timeZone);
    const today = localMoment(now, timeZone).date;
    const days = daysBetween(date, today);
    if (days === 0) return time;
    return t("at", { date: pastDay(date, today, weekdayLong), time });
  };

  /** "16:20", under a heading that says the day; "12 minutes ago". */
  const time = (instant: Date, now: Date) =>
    now.getTime() - instant.getTime() < 3_600_000 ? moment(instant, now) : localMoment(instant, timeZone).time;

  /** "today", "yesterday", "Mon", "29 Oct": when somebody was last here. */
  const lastDay = (instant: Date, now: Date) => {
    const today = localMoment(now, timeZone).date;
    const { date } = localMoment(instant, timeZone);
    if (date === today) return t("today");
    return daysBetween(date, today) === 1 ? t("yesterday") : pastDay(date, today, weekday);
  };

  const pastDay = (date: PlainDateText, today: PlainDateText, nameOf: (date: PlainDateText) => string) => {
    const days = daysBetween(date, today);
    if (days === 1) return t("capitalYesterday");
    return days > 1 && days < 7 ? nameOf(date) : short(date, today);
  };

  /** "Tuesday 3 December 2026, 16:20" */
  const exactMoment = (instant: Date) => {
    const { date, time } = localMoment(instant, timeZone);
    return t("exactAt", { ...exactWords(date), time });
  };

  return { short, day, exact, distance, full, near, moment, time, lastDay, exactMoment };
}

type WeekdayKey = "0" | "1" | "2" | "3" | "4" | "5" | "6";
type MonthKey = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12";

const weekdayKey = (date: PlainDateText) => String(dayParts(date).weekday) as WeekdayKey;
const monthKey = (date: PlainDateText) => String(dayParts(date).month) as MonthKey;

function isOtherYear(date: PlainDateText, today: PlainDateText | undefined): boolean {
  return today !== undefined && dayParts(date).year !== dayParts(today).year;
}
