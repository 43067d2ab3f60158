"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/app/_components/ui/toast";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { HomeStep } from "@/server/domain/person/schemas";
import { SnoozeChoice } from "../[plan]/_components/snooze-choice";

const quiet = "tap-target text-accent underline-offset-3 hover:underline";

/** Until when one doesn't want to hear of a step, chosen where it stands. */
export function PutOff({ step, today }: { step: HomeStep; today: string }) {
  const t = useTranslations("reminders.step");
  const dates = useDateWords();
  const words = useRefusalWords();
  const api = useTRPC();
  const queries = useQueryClient();
  const snooze = useMutation(
    api.step.snooze.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.person.home.queryKey() }),
      onError: (reason) => toast.failed(words(refusalOf(reason)), { id: step.id }),
    }),
  );
  const until = step.snoozedUntil !== null && step.snoozedUntil > today ? step.snoozedUntil : null;
  const put = (day: string | null) =>
    snooze.mutate({ planId: step.planId, stepId: step.id, until: day, mutationId: crypto.randomUUID() });

  return (
    <div className="flex flex-wrap gap-x-3">
      {until ? <span>{t("snoozedByYou", { date: dates.day(until, today) })}</span> : null}
      <SnoozeChoice
        value={until}
        onChoose={put}
        trigger={(props) => (
          <button {...props} type="button" aria-label={t("snoozeOf", { title: step.title })} className={quiet}>
            {t("snooze")}
          </button>
        )}
      />
      {until ? (
        <button type="button" onClick={() => put(null)} className={quiet}>
          {t("again")}
        </button>
      ) : null}
    </div>
  );
}
