"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";

export type CodeInputProps = Omit<ComponentProps<"input">, "type" | "value" | "onChange" | "maxLength"> & {
  /** Called once all six digits are there. */
  onComplete?: (code: string) => void;
  onValueChange?: (code: string) => void;
};

const places = [0, 1, 2, 3, 4, 5];

/** Six boxes drawn over one field, so that pasting, autofill and screen readers meet a single input. */
export function CodeInput({ onComplete, onValueChange, className, ...rest }: CodeInputProps) {
  const t = useTranslations("common");
  const [code, setCode] = useState("");

  const change = (text: string) => {
    const digits = text.normalize("NFKC").replace(/\D/g, "").slice(0, places.length);
    setCode(digits);
    onValueChange?.(digits);
    if (digits.length === places.length && digits !== code) onComplete?.(digits);
  };

  return (
    <span className={clsx("group relative block max-w-[22.5rem]", className)}>
      <span aria-hidden="true" className="grid grid-cols-6 gap-2">
        {places.map((place) => (
          <span
            key={place}
            className={clsx(
              "flex aspect-square max-h-14 w-full items-center justify-center rounded-md border bg-surface text-xl font-semibold",
              place === Math.min(code.length, places.length - 1)
                ? "border-control group-focus-within:border-accent group-focus-within:outline-2 group-focus-within:outline-accent"
                : "border-control",
              rest["aria-invalid"] && "border-bad",
            )}
          >
            {code[place] ?? ""}
          </span>
        ))}
      </span>
      <input
        aria-label={rest.id ? undefined : t("code.label")}
        {...rest}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        value={code}
        onChange={(event) => change(event.target.value)}
        className="absolute inset-0 w-full bg-transparent text-transparent caret-transparent opacity-0"
      />
    </span>
  );
}
