import { type RefObject, type ToggleEvent, useEffect, useRef, useState } from "react";

export type Align = "start" | "end";
type Side = "bottom" | "top";

const gapPx = 6;
const marginPx = 8;

/**
 * Opens and places the platform's popover under (or, without room, over) its anchor. The top layer keeps it above
 * dialogs and outside of clipping; the platform closes it on Escape and on a press elsewhere.
 */
export function useFloating(anchor: RefObject<HTMLElement | null>, align: Align, preferred: Side = "bottom") {
  const floating = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    const follow = () => placeFloating(anchor.current, floating.current, align, preferred);
    follow();
    const resized = new ResizeObserver(follow);
    if (floating.current) resized.observe(floating.current);
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    window.addEventListener("resize", follow);
    return () => {
      resized.disconnect();
      window.removeEventListener("scroll", follow, { capture: true });
      window.removeEventListener("resize", follow);
    };
  }, [isOpen, anchor, align, preferred]);

  const onBeforeToggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.target !== floating.current) return;
    if (event.newState === "closed") floating.current.removeAttribute("data-placed");
    setOpen(event.newState === "open");
  };

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.target !== floating.current || event.newState !== "open") return;
    placeFloating(anchor.current, floating.current, align, preferred);
    firstFocus(floating.current)?.focus({ preventScroll: true });
  };

  const close = () => floating.current?.hidePopover();

  return { floating, isOpen, onBeforeToggle, onToggle, close };
}

export function placeFloating(anchor: HTMLElement | null, floating: HTMLElement | null, align: Align, preferred: Side) {
  if (!anchor || !floating) return;
  const at = anchor.getBoundingClientRect();
  // As tall as it would like to be: the limit of the last placing must not decide the next one.
  floating.style.maxHeight = "";
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { clientWidth: viewWidth, clientHeight: viewHeight } = document.documentElement;

  const roomBelow = viewHeight - at.bottom - gapPx - marginPx;
  const roomAbove = at.top - gapPx - marginPx;
  const goesBelow = preferred === "bottom" ? height <= roomBelow || roomBelow >= roomAbove : height > roomAbove;
  const left = align === "start" ? at.left : at.right - width;

  floating.style.left = `${clamp(left, marginPx, viewWidth - width - marginPx)}px`;
  floating.style.top = `${goesBelow ? at.bottom + gapPx : Math.max(marginPx, at.top - gapPx - height)}px`;
  floating.style.maxHeight = `${Math.max(goesBelow ? roomBelow : roomAbove, 160)}px`;
  floating.setAttribute("data-placed", "");
}

function firstFocus(within: HTMLElement): HTMLElement | null {
  return (
    within.querySelector<HTMLElement>("[data-autofocus]") ??
    within.querySelector<HTMLElement>("[role^=menuitem], input, select, textarea, button, a[href]")
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
