"use client";

import { useTranslations } from "next-intl";
import type { FieldConflict } from "@/server/domain/_kernel/refusal";
import { Button } from "./ui/button";
import { Callout } from "./ui/callout";

type BothValuesProps = {
  conflicts: readonly FieldConflict[];
  /** Whoever was quicker, where that is known. */
  who?: string | null;
  /** A field's value in words. */
  show: (field: string, value: unknown) => string;
  /** With the values that are in place now: the base of doing it after all. */
  onKeepMine: (base: Record<string, unknown>) => void;
  onTakeTheirs: () => void;
  className?: string;
};

/** Two people changed the same thing: shows both, and the reader chooses. Theirs is in place until then. */
export function BothValues({ conflicts, who: quicker, show, onKeepMine, onTakeTheirs, className }: BothValuesProps) {
  const t = useTranslations("common.conflict");
  const who = quicker ?? t("somebody");
  const inWords = (field: string, value: unknown) =>
    value === null || value === "" ? t("nothing") : show(field, value);
  const theirs = Object.fromEntries(conflicts.map((conflict) => [conflict.field, conflict.theirs]));

  return (
    <Callout
      tone="warn"
      announce
      className={className}
      title={t("title", { who })}
      action={
        <>
          <Button size="sm" onClick={() => onKeepMine(theirs)}>
            {t("keepMine")}
          </Button>
          <Button size="sm" onClick={onTakeTheirs}>
            {t("takeTheirs")}
          </Button>
        </>
      }
    >
      {conflicts.map(({ field, yours, theirs }) => (
        <dl key={field} className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
          <dt className="text-ink-3">{t("theyWrote", { who })}</dt>
          <dd className="wrap-anywhere whitespace-pre-wrap text-ink">{inWords(field, theirs)}</dd>
          <dt className="text-ink-3">{t("youWrote")}</dt>
          <dd className="wrap-anywhere whitespace-pre-wrap text-ink">{inWords(field, yours)}</dd>
        </dl>
      ))}
    </Callout>
  );
}
