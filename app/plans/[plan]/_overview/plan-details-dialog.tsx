"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { BothValues } from "@/app/_components/both-values";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Dialog } from "@/app/_components/ui/dialog";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { countryName } from "@/app/_i18n/country-name";
import { useTRPCClient } from "@/app/_trpc/client";
import { useLastChange } from "@/app/_trpc/live";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { RefusalShape } from "@/server/trpc/init";
import { usePlan } from "../_components/use-plan";
import { usePlanMutation } from "../_components/use-plan-mutation";
import { changedOf, type DetailField, type Details, detailsOf } from "./plan-details";
import { PlanDetailsFields } from "./plan-details-fields";

/** What a plan is called, for whom it is, when it starts and decides, and by whose calendar and money. */
export default function PlanDetailsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("overview.details");
  const common = useTranslations("common");
  const { plan } = usePlan();
  const words = useRefusalWords();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => detailsOf(plan));
  const [typed, setTyped] = useState(base);
  const [refusal, setRefusal] = useState<RefusalShape | null>(null);
  const [isSaving, setSaving] = useState(false);
  const show = useShownDetail();
  const quicker = useLastChange(plan.id);
  const client = useTRPCClient();
  const edit = usePlanMutation({
    send: client.plan.edit.mutate,
    subjectOf: () => plan.id,
    tells: ["conflict", "ends_before_start", "currency_in_use", "invalid", "unexpected"],
  });

  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refusal]);

  async function save(from: Details, wanted: Details) {
    const set = changedOf(from, wanted);
    if (Object.keys(set).length === 0) return onClose();
    setSaving(true);
    const outcome = await edit({ set, base: from });
    setSaving(false);
    if (outcome.ok) onClose();
    else setRefusal(outcome.refusal);
  }

  /** What the others made of these fields is known from now on; what was typed in all other fields is still wanted. */
  function settle(theirs: Record<string, unknown>, wanted: Details) {
    const known = { ...base, ...theirs };
    setBase(known);
    setTyped(wanted);
    setRefusal(null);
    void save(known, wanted);
  }

  const fault = (field: DetailField): string | null => {
    if (refusal?.code === "ends_before_start") return field === "decidesOn" ? words(refusal) : null;
    if (refusal?.code === "currency_in_use") return field === "currency" ? words(refusal) : null;
    const said = refusal?.code === "invalid" ? refusal.details.fields?.[`set.${field}`] : undefined;
    return said ? words({ code: "invalid", details: { fields: { [field]: said } } }) : null;
  };
  const isAtField = (Object.keys(typed) as DetailField[]).some((field) => fault(field) !== null);
  const conflicts = refusal?.code === "conflict" ? (refusal.details.conflicts ?? []) : [];
  const theirs = Object.fromEntries(conflicts.map((conflict) => [conflict.field, conflict.theirs]));

  return (
    <Dialog
      open
      size="md"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={t("lead")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isSaving}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) void save(base, typed);
        }}
      >
        <PlanDetailsFields
          typed={typed}
          currency={base.currency}
          fault={fault}
          onChange={(changes) => {
            setTyped((was) => ({ ...was, ...changes }));
            setRefusal(null);
          }}
        />
        {conflicts.length > 0 ? (
          <BothValues
            conflicts={conflicts}
            who={quicker}
            show={show}
            onKeepMine={() => settle(theirs, typed)}
            onTakeTheirs={() => settle(theirs, { ...typed, ...theirs })}
          />
        ) : refusal && !isAtField ? (
          <InlineError>{words(refusal)}</InlineError>
        ) : null}
      </form>
    </Dialog>
  );
}

function useShownDetail() {
  const locale = useLocale();
  const dates = useDateWords();
  const { today } = usePlan();
  return (field: string, value: unknown): string => {
    if (field.endsWith("On")) return dates.day(String(value), today);
    return field === "country" ? countryName(locale, String(value)) : String(value);
  };
}
