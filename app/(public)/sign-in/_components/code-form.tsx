"use client";

import { useRef } from "react";
import { CodeInput } from "@/app/_components/ui/code-input";
import { Field } from "@/app/_components/ui/field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Hidden } from "../../_access/hidden";

type CodeFormProps = {
  action: string;
  hidden: Record<string, string | null>;
  told: string | null;
  words: { label: string; hint: string; enter: string };
};

/** Goes off by itself with the sixth digit. */
export function CodeForm({ action, hidden, told, words }: CodeFormProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form ref={form} method="post" action={action} className="flex flex-col gap-4">
      <Hidden values={hidden} />
      <Field label={words.label} hint={words.hint} error={told}>
        {(control) => (
          <CodeInput
            {...control}
            name="code"
            required
            autoFocus
            onComplete={() => setTimeout(() => form.current?.requestSubmit())}
          />
        )}
      </Field>
      <SubmitButton size="lg" wide>
        {words.enter}
      </SubmitButton>
    </form>
  );
}
