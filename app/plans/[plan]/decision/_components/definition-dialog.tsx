"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import type { Criterion } from "@/server/domain/decision/schemas";
import type { Outcome } from "../../_components/use-plan-mutation";

type DefinitionDialogProps = {
  criterion: Criterion;
  onClose: () => void;
  /** `was` is what stood there when the writing began. */
  onSave: (definition: string | null, was: string | null) => Promise<Outcome<Criterion>>;
};

/** What a criterion means, so that everybody rates the same thing. */
export default function DefinitionDialog({ criterion, onClose, onSave }: DefinitionDialogProps) {
  const t = useTranslations("decision");
  const common = useTranslations("common");
  const [was] = useState(criterion.definition);
  const [typed, setTyped] = useState(was ?? "");
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const outcome = await onSave(typed.trim() || null, was);
    setSaving(false);
    // What was typed is then shown beside theirs, in the row behind this.
    if (outcome.ok || outcome.refusal.code === "conflict") onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("defineTitle", { criterion: criterion.title })}
      description={t("defineHint")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" pending={isSaving} onClick={save}>
            {common("save")}
          </Button>
        </>
      }
    >
      <Field label={t("definition")} hideLabel>
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            maxLength={1000}
            value={typed}
            data-autofocus
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
