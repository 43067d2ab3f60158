"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { BothValues } from "@/app/_components/both-values";
import { CountryOptions } from "@/app/_components/place-options";
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
  const [base] = useState(() => ({ name: workspace.name, country: workspace.country }));
  const form = useRef<HTMLFormElement>(null);
  const edit = useMutation(
    api.workspace.edit.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.workspace.read.queryKey({ workspaceId: saved.id }), (view) =>
          view ? { ...view, workspace: saved } : view,
        );
        void queries.invalidateQueries({ queryKey: api.person.me.queryKey({}) });
        onClose();
      },
      onError: () =>
        void queries.invalidateQueries({ queryKey: api.workspace.read.queryKey({ workspaceId: workspace.id }) }),
    }),
  );
  const refusal = edit.error ? refusalOf(edit.error) : null;
  const { fault, hasFaults } = useFieldFaults(refusal);

  /** Only what is changed here: what a colleague changed beside it stays. `known` is what they are known to have made of it. */
  function save(known: Record<string, unknown> = {}) {
    if (!form.current || edit.isPending) return;
    const typed = new FormData(form.current);
    const [name, country] = [String(typed.get("name")), String(typed.get("country"))];
    const set = { ...(name === base.name ? {} : { name }), ...(country === base.country ? {} : { country }) };
    edit.mutate({ workspaceId: workspace.id, set, base: { ...base, ...known }, mutationId: crypto.randomUUID() });
  }

  const inWords = (field: string, value: unknown) =>
    (field === "country" && countries.find(({ code }) => code === value)?.name) || String(value);

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
        ref={form}
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t("name")} hint={t("nameHint")} error={fault("name")} required>
          {(control) => <Input {...control} data-autofocus="" name="name" maxLength={80} defaultValue={base.name} />}
        </Field>
        <Field label={t("country")} hint={t("countryHint")}>
          {(control) => (
            <Select {...control} name="country" defaultValue={base.country}>
              <CountryOptions countries={countries} />
            </Select>
          )}
        </Field>
        {refusal?.code === "conflict" ? (
          <BothValues
            conflicts={refusal.details.conflicts ?? []}
            show={inWords}
            onKeepMine={save}
            onTakeTheirs={onClose}
          />
        ) : refusal && !hasFaults ? (
          <InlineError>{words(refusal)}</InlineError>
        ) : null}
      </form>
    </Dialog>
  );
}
