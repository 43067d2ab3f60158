"use client";

import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from "react";
import { placeFloating } from "./use-floating";

const hoverDelayMs = 400;

/** Spread these onto the control that it explains. */
export type DescribedProps = {
  ref: Ref<HTMLButtonElement>;
  "aria-describedby": string;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onFocus: () => void;
  onBlur: () => void;
};

export type TooltipProps = {
  /** Adds to what is visible; never the only place of something that matters, since touch cannot hover. */
  words: ReactNode;
  children: (described: DescribedProps) => ReactNode;
};

export function Tooltip({ words, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const delay = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isShown, setShown] = useState(false);

  useEffect(() => () => clearTimeout(delay.current), []);

  useEffect(() => {
    if (!isShown || !tip.current) return;
    const shown = tip.current;
    shown.showPopover();
    placeFloating(anchor.current, shown, "start", "top");
    const dismiss = (event: KeyboardEvent) => event.key === "Escape" && setShown(false);
    window.addEventListener("keydown", dismiss);
    return () => {
      window.removeEventListener("keydown", dismiss);
      shown.hidePopover();
    };
  }, [isShown]);

  const show = (afterMs: number) => {
    clearTimeout(delay.current);
    delay.current = setTimeout(() => setShown(true), afterMs);
  };
  const hide = () => {
    clearTimeout(delay.current);
    setShown(false);
  };

  return (
    <>
      {children({
        ref: anchor,
        "aria-describedby": id,
        onPointerEnter: () => show(hoverDelayMs),
        onPointerLeave: hide,
        onFocus: () => show(0),
        onBlur: hide,
      })}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed m-0 max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm text-paper shadow-float"
      >
        {words}
      </span>
    </>
  );
}
