"use client";

import clsx from "clsx";
import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useRef } from "react";
import { IconButton } from "./button";
import { controlLook } from "./input";

export type NumberInputProps = Omit<ComponentProps<"input">, "type" | "value" | "onChange" | "prefix"> & {
  value: number | null;
  /** `null` when the field is empty or holds no number. */
  onValueChange: (value: number | null) => void;
  /** Stands before the number, such as a currency. */
  prefix?: string;
  /** Stands after the number, such as "%" or "points". */
  suffix?: string;
  stepper?: boolean;
};

export function NumberInput(props: NumberInputProps) {
  const { value, onValueChange, prefix, suffix, stepper = false, className, step = 1, ...rest } = props;
  const t = useTranslations("common");
  const input = useRef<HTMLInputElement>(null);

  const nudge = (direction: "up" | "down") => {
    const field = input.current;
    if (!field) return;
    if (direction === "up") field.stepUp();
    else field.stepDown();
    onValueChange(readNumber(field.value));
  };

  return (
    <span
      className={clsx(
        controlLook,
        "inline-flex h-9 items-center gap-1 px-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent has-aria-invalid:border-bad max-sm:h-11",
        className,
      )}
    >
      {prefix ? <span className="text-ink-3">{prefix}</span> : null}
      <input
        {...rest}
        ref={input}
        type="number"
        inputMode={Number(step) % 1 === 0 ? "numeric" : "decimal"}
        step={step}
        value={value ?? ""}
        onChange={(event) => onValueChange(readNumber(event.target.value))}
        className="w-full min-w-8 appearance-none bg-transparent outline-none [&::-webkit-inner-spin-button]:appearance-none [&::-webkit-outer-spin-button]:appearance-none"
      />
      {suffix ? <span className="text-ink-3">{suffix}</span> : null}
      {stepper ? (
        <span className="-mr-2 inline-flex">
          <IconButton tabIndex={-1} label={t("number.less")} disabled={rest.disabled} onClick={() => nudge("down")}>
            <Minus size={14} aria-hidden="true" />
          </IconButton>
          <IconButton tabIndex={-1} label={t("number.more")} disabled={rest.disabled} onClick={() => nudge("up")}>
            <Plus size={14} aria-hidden="true" />
          </IconButton>
        </span>
      ) : null}
    </span>
  );
}

function readNumber(text: string): number | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
