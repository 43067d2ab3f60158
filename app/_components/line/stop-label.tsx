import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PlainDateText } from "../ui/plain-date";
import { useDateWords } from "../ui/use-date-words";
import type { DrawnStop, LineStop } from "./line-shape";

type StopLabelProps = { drawn: DrawnStop; today: PlainDateText; className: string };

export function StopLabel({ drawn, today, className }: StopLabelProps) {
  const words = useStopWords(today);
  const { stop, look } = drawn;
  return (
    <div className={clsx("pr-3", className)}>
      <div className="mt-2 line-clamp-4 text-sm wrap-anywhere leading-5 font-medium text-ink" title={stop.title}>
        {stop.href ? (
          <Link href={stop.href} className="underline-offset-3 hover:underline">
            {stop.title}
          </Link>
        ) : (
          stop.title
        )}
      </div>
      <div className={clsx("text-xs leading-5 text-pretty", look === "late" ? "font-medium text-bad" : "text-ink-3")}>
        {words(stop)}
      </div>
    </div>
  );
}

/** "done 3 Oct", "3 of 5, due 28 Nov", "was due 14 Nov", "5 Dec" */
export function useStopWords(today: PlainDateText) {
  const t = useTranslations("common.line");
  const dates = useDateWords();
  return (stop: LineStop): string => {
    if (stop.status === "done") {
      const date = stop.doneOn ?? stop.due;
      return date ? t("done", { date: dates.short(date, today) }) : t("doneUndated");
    }
    if (stop.due === null) return t("noDate");
    const due = dates.short(stop.due, today);
    if (stop.due < today) return t("overdue", { date: due });
    const { stepsDone = 0, stepsTotal = 0 } = stop;
    return stepsDone > 0 && stop.kind !== "decision"
      ? t("progressDue", { done: stepsDone, total: stepsTotal, date: due })
      : due;
  };
}
