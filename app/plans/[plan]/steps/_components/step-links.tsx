"use client";

import { Plus, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InlineError } from "@/app/_components/ui/callout";
import { Popover } from "@/app/_components/ui/popover";
import { StatusDot } from "@/app/_components/ui/status-dot";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { stepPath } from "../../_components/step-path";
import { usePlanId } from "../../_components/use-plan";
import { StepSearch } from "./step-search";

type StepLinksProps = {
  step: Step;
  linked: Step[];
  /** Whether these come before the step or after it. */
  direction: "waitsFor" | "holdsUp";
  acts: StepActs;
  mayEdit: boolean;
};

/** The steps on one end of this one's dependencies, with adding and taking away. */
export function StepLinks({ step, linked, direction, acts, mayEdit }: StepLinksProps) {
  const t = useTranslations("steps.link");
  const planId = usePlanId();
  const words = useRefusalWords();
  const [refusal, setRefusal] = useState<string | null>(null);
  const ends = (other: Step) =>
    direction === "waitsFor"
      ? { stepId: step.id, predecessorId: other.id }
      : { stepId: other.id, predecessorId: step.id };

  async function link(other: Step) {
    setRefusal(null);
    const outcome = await acts.addDependency(ends(other));
    if (!outcome.ok) setRefusal(words(outcome.refusal));
  }

  return (
    <div className="flex flex-col gap-1">
      {linked.map((other) => (
        <span key={other.id} className="flex items-start gap-2">
          <StatusDot status={other.status} className="mt-1 [&_svg]:size-3" />
          <Link
            href={stepPath({ planId, step: other.id })}
            scroll={false}
            className="min-w-0 flex-1 text-sm leading-5 wrap-anywhere underline-offset-3 hover:underline"
          >
            {other.title}
          </Link>
          {mayEdit ? (
            <button
              type="button"
              aria-label={t("remove", { title: other.title })}
              title={t("remove", { title: other.title })}
              onClick={() => void acts.removeDependency(ends(other))}
              className="tap-target mt-0.5 text-ink-3 hover:text-ink"
            >
              <X size={14} aria-hidden="true" />
            </button>
          ) : null}
        </span>
      ))}
      {linked.length === 0 ? <span className="text-sm text-ink-2">{t("none")}</span> : null}
      {mayEdit ? (
        <Popover
          label={t(direction)}
          className="w-80"
          trigger={(props) => (
            <button
              {...props}
              type="button"
              className="tap-target inline-flex items-center gap-1 self-start text-sm text-accent hover:underline"
            >
              <Plus size={13} aria-hidden="true" />
              {t("add")}
            </button>
          )}
        >
          {(close) => (
            <StepSearch
              label={t(direction)}
              without={[step.id, ...linked.map(({ id }) => id)]}
              onChoose={(other) => {
                close();
                void link(other);
              }}
            />
          )}
        </Popover>
      ) : null}
      {refusal ? <InlineError>{refusal}</InlineError> : null}
    </div>
  );
}
