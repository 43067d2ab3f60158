"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useId,
  useRef,
} from "react";
import type { TriggerProps } from "./popover";
import { type Align, useFloating } from "./use-floating";

const CloseMenu = createContext<() => void>(() => {});

export type DropdownMenuProps = {
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  align?: Align;
  side?: "bottom" | "top";
  className?: string;
  children: ReactNode;
};

/** Actions on one thing. Arrows, Home, End and first letters move; Escape and a press elsewhere close. */
export function DropdownMenu({ label, trigger, align = "start", side, className, children }: DropdownMenuProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const { floating, isOpen, onBeforeToggle, onToggle, close } = useFloating(anchor, align, side);

  return (
    <>
      {trigger({ ref: anchor, popoverTarget: id, "aria-haspopup": "menu", "aria-expanded": isOpen })}
      <div
        ref={floating}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        onKeyDown={moveFocus}
        className={clsx(
          "fixed m-0 min-w-44 overflow-y-auto rounded-lg border border-line bg-surface p-1 text-base font-normal tracking-normal whitespace-normal text-ink shadow-float",
          className,
        )}
      >
        {isOpen ? <CloseMenu value={close}>{children}</CloseMenu> : null}
      </div>
    </>
  );
}

const itemLook =
  "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-left outline-none hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent disabled:opacity-55 max-sm:min-h-11";

export type MenuItemProps = Omit<ComponentProps<"button">, "onSelect"> & { onSelect: () => void; danger?: boolean };

export function MenuItem({ onSelect, danger = false, className, ...rest }: MenuItemProps) {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      {...rest}
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        onSelect();
      }}
      className={clsx(itemLook, danger && "text-bad", className)}
    />
  );
}

export function MenuLink({ className, ...rest }: ComponentProps<typeof Link>) {
  const close = useContext(CloseMenu);
  return <Link {...rest} role="menuitem" tabIndex={-1} onClick={close} className={clsx(itemLook, className)} />;
}

export type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: { value: Value; label: ReactNode }[];
  onValueChange: (value: Value) => void;
};

/** One of a few, such as a status or a theme; choosing closes the menu. */
export function MenuChoice<Value extends string>({ label, value, options, onValueChange }: MenuChoiceProps<Value>) {
  const close = useContext(CloseMenu);
  return (
    <fieldset aria-label={label} className="min-w-0">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          onClick={() => {
            close();
            onValueChange(option.value);
          }}
          className={itemLook}
        >
          <span className="flex min-w-0 flex-1 items-center gap-2.5 wrap-anywhere">{option.label}</span>
          {option.value === value ? <Check size={14} aria-hidden="true" className="text-accent" /> : null}
        </button>
      ))}
    </fieldset>
  );
}

export function MenuSeparator() {
  return <hr className="my-1 border-line" />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return (
    <p role="presentation" className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">
      {children}
    </p>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const items = itemsOf(event.currentTarget);
  const index = items.findIndex((item) => item.matches(":focus"));
  const target = nextIndex(event.key, index, items);
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[target]?.focus();
}

function nextIndex(key: string, index: number, items: HTMLElement[]): number | undefined {
  const count = items.length;
  if (key === "ArrowDown") return (index + 1) % count;
  if (key === "ArrowUp") return (index - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return undefined;
  const order = items.map((_, offset) => (index + 1 + offset) % count);
  return order.find((at) => items[at]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? [])];
}
