"use client";

import clsx from "clsx";
import Link from "next/link";
import { type KeyboardEvent, type ReactNode, useRef } from "react";

export type SegmentedLink = { href: string; label: ReactNode; current: boolean };

const segmentLook =
  "tap-target inline-flex h-8 items-center rounded-md px-3 whitespace-nowrap transition-colors hover:text-ink";
const currentLook = "bg-sunken font-semibold text-ink";

/** Views of the same thing, each with its own URL. */
export function SegmentedLinks(props: { label: string; links: SegmentedLink[]; className?: string }) {
  return (
    <nav aria-label={props.label} className={clsx("flex gap-1 overflow-x-auto text-ink-2", props.className)}>
      {props.links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          scroll={false}
          aria-current={link.current ? "page" : undefined}
          className={clsx(segmentLook, link.current && currentLook)}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}

export type Tab<Value extends string> = { value: Value; label: ReactNode };

export type TabsProps<Value extends string> = {
  label: string;
  tabs: Tab<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
  className?: string;
};

/** Parts of one place that need no URL; arrow keys move between them. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  children,
  className,
}: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.value === value);
    const last = tabs.length - 1;
    const target = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (!tab) return;
    event.preventDefault();
    onValueChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[target ?? 0]?.focus();
  };

  return (
    <div className={className}>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex gap-1 overflow-x-auto p-0.5 text-ink-2"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onValueChange(tab.value)}
            className={clsx(segmentLook, tab.value === value && currentLook)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={label} className="pt-3">
        {children}
      </div>
    </div>
  );
}
