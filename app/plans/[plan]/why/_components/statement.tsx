"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/app/_components/shell/page-body";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import { useRecentChange } from "@/app/_trpc/live";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { useMay } from "../../_components/use-plan";
import { useChangeCase, useProblemActs } from "./use-change-case";

/** The problem's one shared wording. What is typed stays until it is saved, also when somebody else was quicker. */
export function Statement() {
  const t = useTranslations("why.problem");
  const common = useTranslations("common");
  const { problem } = useChangeCase();
  const { word } = useProblemActs();
  const mayEdit = useMay("problem.edit");
  const isRecent = useRecentChange("problem") !== null;
  const [draft, setDraft] = useState<{ text: string; base: string } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isOvertaken, setOvertaken] = useState(false);
  const begin = () => setDraft({ text: problem.statement, base: problem.statement });

  const save = async (base: string) => {
    if (!draft) return;
    setSaving(true);
    const outcome = await word({ statement: draft.text, base });
    setSaving(false);
    if (outcome.ok) setDraft(null);
    setOvertaken(!outcome.ok && outcome.refusal.code === "conflict");
  };

  if (draft) {
    return (
      <Section title={t("title")}>
        <Field label={t("label")} hint={t("hint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              autoFocus
              maxLength={4000}
              value={draft.text}
              onChange={(event) => setDraft({ ...draft, text: event.target.value })}
              className="font-serif text-quote"
            />
          )}
        </Field>
        {isOvertaken ? (
          <Callout
            tone="warn"
            announce
            className="mt-3"
            title={t("overtaken")}
            action={
              <>
                <Button size="sm" onClick={() => void save(problem.statement)}>
                  {t("keepMine")}
                </Button>
                <Button size="sm" variant="ghost" onClick={() => setDraft(null)}>
                  {t("takeTheirs")}
                </Button>
              </>
            }
          >
            <span className="font-serif">{problem.statement}</span>
          </Callout>
        ) : null}
        <div className="mt-3 flex gap-2">
          <Button variant="primary" pending={isSaving} onClick={() => void save(draft.base)}>
            {common("save")}
          </Button>
          <Button onClick={() => setDraft(null)}>{common("cancel")}</Button>
        </div>
      </Section>
    );
  }
  if (problem.wording === 0) {
    return (
      <Section title={t("title")}>
        <EmptyState
          title={t("empty")}
          action={
            mayEdit ? (
              <Button variant="primary" onClick={begin}>
                {t("write")}
              </Button>
            ) : null
          }
        >
          {t("emptyHint")}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section
      title={t("title")}
      aside={
        mayEdit ? (
          <Button variant="link" size="sm" onClick={begin}>
            {t("reword")}
          </Button>
        ) : null
      }
    >
      <p className={`font-serif text-quote wrap-anywhere whitespace-pre-line ${isRecent ? "animate-settle" : ""}`}>
        {problem.statement}
      </p>
      <UnsavedMark subjectId="problem" />
      <TroubleNotice subjectId="problem" className="mt-3" />
    </Section>
  );
}
