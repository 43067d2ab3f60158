"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useLastChange } from "@/app/_trpc/live";
import { pendingActs, type Trouble } from "./pending-acts";
import { usePersonName } from "./people";
import { usePlan } from "./use-plan";

/** Two people changed the same thing: shows both, and the reader chooses. Theirs is in place until then. */
export function ConflictNotice({ trouble, className }: { trouble: Trouble; className?: string }) {
  const t = useTranslations("plan.conflict");
  const who = useLastChange(trouble.subjectId) ?? t("somebody");
  const show = useShownValue();
  const conflicts = trouble.refusal.details.conflicts ?? [];

  const keepMine = () =>
    trouble.again?.({ base: Object.fromEntries(conflicts.map(({ field, theirs }) => [field, theirs])) });

  return (
    <Callout
      tone="warn"
      announce
      className={className}
      title={t("title", { who })}
      action={
        <>
          <Button size="sm" onClick={keepMine}>
            {t("keepMine")}
          </Button>
          <Button size="sm" onClick={() => pendingActs.settle(trouble.subjectId)}>
            {t("takeTheirs")}
          </Button>
        </>
      }
    >
      {conflicts.map(({ field, yours, theirs }) => (
        <dl key={field} className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
          <dt className="text-ink-3">{t("theyWrote", { who })}</dt>
          <dd className="wrap-break-word whitespace-pre-wrap text-ink">{show(field, theirs)}</dd>
          <dt className="text-ink-3">{t("youWrote")}</dt>
          <dd className="wrap-break-word whitespace-pre-wrap text-ink">{show(field, yours)}</dd>
        </dl>
      ))}
    </Callout>
  );
}

/** A field's value in words: a person's name, a date, or the text itself. */
function useShownValue() {
  const t = useTranslations("plan.conflict");
  const dates = useDateWords();
  const nameOf = usePersonName();
  const { participants, today } = usePlan();
  return (field: string, value: unknown): string => {
    if (value === null || value === "") return t("nothing");
    if (field.endsWith("On") && typeof value === "string") return dates.day(value, today);
    const person = field === "ownerId" ? participants.find(({ id }) => id === value) : undefined;
    return person ? nameOf(person) : String(value);
  };
}
