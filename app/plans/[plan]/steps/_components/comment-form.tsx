"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Textarea } from "@/app/_components/ui/input";

/** What was begun on each step and not sent: it is there again when the step is opened again. */
const begun = new Map<string, string>();

type CommentFormProps = { stepId: string; onSend: (body: string) => Promise<{ ok: boolean }> };

export function CommentForm({ stepId, onSend }: CommentFormProps) {
  const t = useTranslations("steps.comments");
  const [typed, setTyped] = useState(() => begun.get(stepId) ?? "");
  const [isSending, setIsSending] = useState(false);
  const keep = (words: string) => {
    begun.set(stepId, words);
    setTyped(words);
  };

  async function send(event?: FormEvent) {
    event?.preventDefault();
    if (typed.trim() === "" || isSending) return;
    setIsSending(true);
    const outcome = await onSend(typed);
    setIsSending(false);
    if (outcome.ok) keep("");
  }

  return (
    <form className="mt-4" onSubmit={(event) => void send(event)}>
      <Textarea
        aria-label={t("label")}
        placeholder={t("placeholder")}
        rows={2}
        maxLength={4_000}
        value={typed}
        readOnly={isSending}
        onChange={(event) => keep(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
          if (event.key === "Escape" && typed !== "") event.stopPropagation();
        }}
      />
      {typed.trim() === "" ? null : (
        <div className="mt-2 flex justify-end">
          <Button size="sm" type="submit" variant="primary" pending={isSending}>
            {t("send")}
          </Button>
        </div>
      )}
    </form>
  );
}
