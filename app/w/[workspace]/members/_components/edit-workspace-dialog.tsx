"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import type { CountryChoice } from "@/app/_i18n/countries";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { useFieldFaults } from "./use-field-faults";
import { useMembers } from "./use-members";

type EditWorkspaceDialogProps = { countries: readonly CountryChoice[]; onClose: () => void };

/** What the workspace is called and where it is at home: new plans take their country from it. */
export function EditWorkspaceDialog({ countries, onClose }: EditWorkspaceDialogProps) {
  const t = useTranslations("workspace.members.edit");
  const common = useTranslations("common");
  const formId = useId();
  const words = useRefusalWords();
  const api = useTRPC();
  const queries = useQueryClient();
  const { workspace } = useMembers();
  const edit = useMutation(
    api.workspace.edit.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.workspace.read.queryKey({ workspaceId: saved.id }), (view) =>
          view ? { ...view, workspace: saved } : view,
        );
        void queries.invalidateQueries({ queryKey: api.person.me.queryKey({}) });
        onClose();
      },
    }),
  );
  const refusal = edit.error ? refusalOf(edit.error) : null;
  const { fault, hasFaults } = useFieldFaults(refusal);

  const save = (form: FormData) =>
    edit.mutate({
      workspaceId: workspace.id,
      name: String(form.get("name")),
      country: String(form.get("country")),
      mutationId: crypto.randomUUID(),
    });

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={edit.isPending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!edit.isPending) save(new FormData(event.currentTarget));
        }}
      >
        <Field label={t("name")} hint={t("nameHint")} error={fault("name")} required>
          {(control) => (
            <Input {...control} data-autofocus="" name="name" maxLength={80} defaultValue={workspace.name} />
          )}
        </Field>
        <Field label={t("country")} hint={t("countryHint")}>
          {(control) => (
            <Select {...control} name="country" defaultValue={workspace.country}>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {refusal && !hasFaults ? <InlineError>{words(refusal)}</InlineError> : null}
      </form>
    </Dialog>
  );
}
