"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "@/app/_components/ui/input";
import { StatusDot } from "@/app/_components/ui/status-dot";
import type { Step } from "@/server/domain/step/schemas";
import { usePlan } from "../../_components/use-plan";

type StepSearchProps = { label: string; without: readonly string[]; onChoose: (step: Step) => void };

/** Finds a step of this plan by words of its title, grouped by milestone. */
export function StepSearch({ label, without, onChoose }: StepSearchProps) {
  const t = useTranslations("steps.link");
  const { milestones, steps } = usePlan();
  const [sought, setSought] = useState("");
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = steps.filter(
    ({ id, title }) => !without.includes(id) && words.every((word) => title.toLocaleLowerCase().includes(word)),
  );
  return (
    <div>
      <Input
        data-autofocus=""
        aria-label={label}
        placeholder={t("find")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== "Enter" || !first || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onChoose(first);
        }}
      />
      <div className="mt-2 max-h-72 overflow-y-auto">
        {milestones.map((milestone) => {
          const within = found.filter(({ milestoneId }) => milestoneId === milestone.id);
          if (within.length === 0) return null;
          return (
            <div key={milestone.id}>
              <p className="px-2 pt-1.5 pb-1 text-xs text-ink-3">{milestone.title}</p>
              <ul aria-label={milestone.title}>
                {within.map((step) => (
                  <li key={step.id}>
                    <button
                      type="button"
                      onClick={() => onChoose(step)}
                      className="flex min-h-8 w-full items-start gap-2.5 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken max-sm:min-h-11"
                    >
                      <StatusDot status={step.status} decorative className="mt-0.5 [&_svg]:size-3.5" />
                      {step.title}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
        {found.length === 0 ? <p className="px-2 py-1.5 text-sm text-ink-2">{t("notFound")}</p> : null}
      </div>
    </div>
  );
}
