import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { PlainDateText } from "../ui/plain-date";
import { type DrawnStop, type LineStop, shapeLine } from "./line-shape";
import { StopLabel, useStopWords } from "./stop-label";
import { LineStretch, StopMark } from "./stop-mark";

export type PlanLineProps = {
  stops: LineStop[];
  today: PlainDateText;
  /** Nothing has moved for a while: the line breaks before today. */
  stalled?: boolean;
  /** Marks only, for lists; the names are still read aloud. */
  compact?: boolean;
  className?: string;
};

/** Names need room: the more stops, the wider the line must be before they are drawn. */
function roomLook(count: number) {
  if (count <= 5) return { names: "stop-name-md", captions: "@[30rem]:hidden" };
  if (count <= 8) return { names: "stop-name-lg", captions: "@[46rem]:hidden" };
  return { names: "stop-name-xl", captions: "@[62rem]:hidden" };
}

/** A plan as one continuous line: an ordered list of its milestones, drawn. */
export function PlanLine({ stops, today, stalled = false, compact = false, className }: PlanLineProps) {
  const t = useTranslations("common.line");
  const shape = shapeLine(stops, today);
  const room = roomLook(shape.stops.length);
  const nameLook = compact ? "sr-only" : room.names;
  const last = shape.stops.length - 1;
  if (last < 0) return null;
  return (
    <div className={clsx("@container relative", compact ? "" : "pt-7", className)}>
      {shape.todayIsBeforeAll ? (
        <div className="absolute left-0 w-12">
          <LineStretch solid={0} today={0.4} compact={compact} stalled={false} />
        </div>
      ) : null}
      <ol
        aria-label={t("label")}
        className={clsx("grid", compact && "h-4", shape.todayIsBeforeAll && "pl-12")}
        style={{ gridTemplateColumns: columnsFor(shape.stops.length) }}
      >
        {shape.stops.map((drawn, index) => (
          <Stop
            key={drawn.stop.id}
            drawn={drawn}
            today={today}
            isLast={index === last}
            stalled={stalled}
            compact={compact}
            nameLook={nameLook}
          />
        ))}
      </ol>
      {compact ? null : <Captions className={room.captions} shape={shape} today={today} />}
    </div>
  );
}

type StopProps = {
  drawn: DrawnStop;
  today: PlainDateText;
  isLast: boolean;
  stalled: boolean;
  compact: boolean;
  nameLook: string;
};

function Stop({ drawn, today, isLast, stalled, compact, nameLook }: StopProps) {
  const t = useTranslations("common.line");
  const isStalledHere = stalled && drawn.today !== null;
  return (
    <li className="relative min-w-0" aria-current={drawn.look === "current" ? "step" : undefined}>
      <LineStretch solid={drawn.solid} today={drawn.today} compact={compact} stalled={isStalledHere} isTail={isLast} />
      <StopMark drawn={drawn} compact={compact} />
      <StopLabel drawn={drawn} today={today} className={nameLook} />
      {drawn.today === null ? null : <span className="sr-only">{t("todayBetween")}</span>}
      {isStalledHere ? <span className="sr-only">{t("stalled")}</span> : null}
    </li>
  );
}

/** Where the names have no room: what is under way, and when it will be decided. */
function Captions(props: { shape: ReturnType<typeof shapeLine>; today: PlainDateText; className: string }) {
  const words = useStopWords(props.today);
  const { current, stops } = props.shape;
  const decision = stops.find(({ stop }) => stop.kind === "decision")?.stop;
  const shown = [current, decision].filter((stop, index, both) => stop != null && both.indexOf(stop) === index);
  return (
    <p
      aria-hidden="true"
      className={clsx("mt-3 flex flex-wrap justify-between gap-x-6 text-sm text-ink-3", props.className)}
    >
      {shown.map((stop) =>
        stop ? (
          <span key={stop.id} className="wrap-anywhere">
            <span className="font-medium text-ink">{stop.title}</span> {words(stop)}
          </span>
        ) : null,
      )}
    </p>
  );
}

/** The last stop is followed only by the end of the line, so it takes less; of many, just enough for a long word of its name. */
function columnsFor(count: number): string {
  const last = count > 8 ? 0.8 : 0.62;
  return count > 1 ? `repeat(${count - 1}, minmax(0, 1fr)) minmax(0, ${last}fr)` : "minmax(0, 1fr)";
}
