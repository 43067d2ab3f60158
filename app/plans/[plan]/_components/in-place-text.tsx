"use client";

import clsx from "clsx";
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";

export type InPlaceTextProps = {
  value: string;
  /** Read aloud as what is edited. */
  label: string;
  /** `was` is what stood there when the writing began: the base of the edit, whatever others wrote meanwhile. */
  onSave: (value: string, was: string) => void;
  /** After saving or giving up: where the focus goes next is the caller's. */
  onDone?: () => void;
  maxLength?: number;
  readOnly?: boolean;
  /** Begins as a field. */
  startsOpen?: boolean;
  className?: string;
  ref?: Ref<{ edit: () => void }>;
};

/**
 * Text that becomes a field where it stands. Enter and leaving it save, Escape gives up. While one writes, others' changes of
 * the same text do not replace what is typed.
 */
export function InPlaceText(props: InPlaceTextProps) {
  const { value, label, onSave, onDone, maxLength, readOnly = false, startsOpen = false, className, ref } = props;
  const [typed, setTyped] = useState<string | null>(startsOpen ? value : null);
  const was = useRef(value);
  const begin = () => {
    was.current = value;
    setTyped(value);
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const isEditing = typed !== null;
  useImperativeHandle(ref, () => ({ edit: () => !readOnly && begin() }));

  // Before the next key is handled: what is typed right after the one that opened this belongs in here.
  useLayoutEffect(() => {
    if (!isEditing) return;
    field.current?.focus();
    field.current?.select();
  }, [isEditing]);

  if (readOnly) return <span className={className}>{value}</span>;

  const finish = (isKept: boolean) => {
    if (typed === null) return;
    const next = typed.replace(/\s+/g, " ").trim();
    setTyped(null);
    if (isKept && next !== "" && next !== was.current) onSave(next, was.current);
    onDone?.();
  };

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    finish(event.key === "Enter");
  };

  if (isEditing) {
    return (
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        value={typed}
        maxLength={maxLength}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={keys}
        onBlur={() => finish(true)}
        className={clsx(
          "-mx-1.5 -my-0.5 block w-[calc(100%+0.75rem)] resize-none rounded-sm border border-control bg-surface px-[5px] py-px field-sizing-content",
          className,
        )}
      />
    );
  }

  return (
    <button
      type="button"
      title={label}
      onClick={begin}
      className={clsx(
        "-mx-1.5 -my-0.5 rounded-sm border border-transparent px-[5px] py-px text-left wrap-anywhere [font-weight:inherit] hover:border-line-strong",
        className,
      )}
    >
      {value}
    </button>
  );
}
