"use client";

import { useState } from "react";
import { Field } from "@/app/_components/ui/field";
import { Input, Textarea } from "@/app/_components/ui/input";

type SavedFieldProps = {
  label: string;
  hint?: string;
  value: string | null;
  maxLength: number;
  long?: boolean;
  readOnly: boolean;
  required?: boolean;
  /** `base` is what stood there when the writing began. */
  onSave: (value: string | null, base: string | null) => void;
};

/** A field that keeps itself when it is left. Others' changes do not replace what is being typed. */
export function SavedField({ label, hint, value, maxLength, long, readOnly, required, onSave }: SavedFieldProps) {
  const [typing, setTyping] = useState<{ text: string; base: string | null } | null>(null);

  const finish = () => {
    if (!typing) return;
    const next = typing.text.trim() || null;
    setTyping(null);
    if (next !== typing.base && !(required && next === null)) onSave(next, typing.base);
  };
  const bound = {
    value: typing?.text ?? value ?? "",
    maxLength,
    readOnly,
    onFocus: () => !readOnly && setTyping({ text: value ?? "", base: value }),
    onChange: ({ target }: { target: { value: string } }) =>
      setTyping((was) => ({ text: target.value, base: was ? was.base : value })),
    onBlur: finish,
  };
  return (
    <Field label={label} hint={hint}>
      {(control) =>
        long ? (
          <Textarea {...control} {...bound} rows={2} className="min-h-16" />
        ) : (
          <Input
            {...control}
            {...bound}
            autoComplete="off"
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          />
        )
      }
    </Field>
  );
}
