import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { DrawnStop } from "./line-shape";

const sizes = {
  full: { mark: "size-[15px]", top: "top-0", track: "top-[6px] h-[3px]", left: "left-[7px]" },
  compact: { mark: "size-[11px]", top: "top-0.5", track: "top-[6.5px] h-[2px]", left: "left-[5px]" },
};

export function StopMark({ drawn, compact }: { drawn: DrawnStop; compact: boolean }) {
  const size = compact ? sizes.compact : sizes.full;
  return (
    <svg
      data-mark=""
      viewBox="0 0 15 15"
      aria-hidden="true"
      className={clsx("relative block overflow-visible", size.mark, compact && size.top)}
    >
      {drawn.stop.kind === "decision" ? <Diamond look={drawn.look} /> : <Circle look={drawn.look} />}
    </svg>
  );
}

type Look = DrawnStop["look"];

const ringLook: Record<Look, string> = {
  done: "fill-accent stroke-accent",
  current: "fill-paper stroke-accent",
  late: "fill-paper stroke-bad",
  ahead: "fill-paper stroke-line-strong",
};

function Circle({ look }: { look: Look }) {
  return <circle cx="7.5" cy="7.5" r="6" strokeWidth="2.75" className={ringLook[look]} />;
}

const diamondLook: Record<Look, string> = {
  done: "fill-accent stroke-accent",
  current: "fill-paper stroke-ink",
  late: "fill-paper stroke-bad",
  ahead: "fill-paper stroke-ink",
};

function Diamond({ look }: { look: Look }) {
  return <path d="M7.5-1.5 16.5 7.5l-9 9-9-9Z" strokeWidth="2" className={diamondLook[look]} />;
}

export type LineStretchProps = {
  solid: number;
  today: number | null;
  compact: boolean;
  stalled: boolean;
  /** After the last stop: ends in a dot. */
  isTail?: boolean;
};

/** The stretch of line from one stop to the next. */
export function LineStretch({ solid, today, compact, stalled, isTail = false }: LineStretchProps) {
  const size = compact ? sizes.compact : sizes.full;
  const stretch = clsx(
    "absolute",
    size.track,
    size.left,
    isTail ? "right-0" : compact ? "-right-[5px]" : "-right-[7px]",
  );
  return (
    <span aria-hidden="true" data-mark="">
      <span className={clsx(stretch, "bg-line-strong")} />
      <span className={stretch}>
        {solid > 0 ? (
          <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: `${solid * 100}%` }} />
        ) : null}
        {stalled && today !== null ? <Gap at={today} /> : null}
        {today !== null && !compact ? <TodayMark at={today} /> : null}
        {isTail ? (
          <span
            className={clsx(
              "absolute top-1/2 right-0 -translate-y-1/2 rounded-full bg-line-strong",
              compact ? "size-1.5" : "size-2.5",
            )}
          />
        ) : null}
      </span>
    </span>
  );
}

function Gap({ at }: { at: number }) {
  return (
    <span
      className="absolute -inset-y-0.5 w-4 -translate-x-full bg-paper"
      style={{ left: `max(1.5rem, calc(${at * 100}% - 3px))` }}
    />
  );
}

function TodayMark({ at }: { at: number }) {
  const t = useTranslations("common.line");
  return (
    <span className="absolute top-1/2 z-10" style={{ left: `${at * 100}%` }}>
      <span className="absolute -top-5 left-0 block h-[35px] w-0.5 -translate-x-1/2 bg-ink" />
      <span className="absolute -top-[38px] left-0 -translate-x-1/2 text-2xs font-medium whitespace-nowrap text-ink">
        {t("today")}
      </span>
    </span>
  );
}
