"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { StepActs } from "../../_components/step-acts";

type AddStepProps = { milestone: Milestone; onAdd: StepActs["add"]; onClose: () => void };

/** One line to type a new step into. Enter adds it and waits for the next one; what was refused is put back. */
export function AddStep({ milestone, onAdd, onClose }: AddStepProps) {
  const t = useTranslations("steps.add");
  const common = useTranslations("common");
  const [title, setTitle] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  async function submit() {
    const typed = title.trim();
    if (typed === "") return;
    setTitle("");
    const outcome = await onAdd({ milestoneId: milestone.id, title: typed });
    if (!outcome.ok) setTitle((now) => now || typed);
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <form
      className="hairline-b flex items-center gap-2 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Input
        ref={field}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={keys}
        maxLength={300}
        aria-label={t("label", { title: milestone.title })}
        placeholder={t("placeholder")}
      />
      <Button type="submit" variant="primary">
        {t("submit")}
      </Button>
      <Button variant="ghost" onClick={onClose}>
        {common("close")}
      </Button>
    </form>
  );
}
