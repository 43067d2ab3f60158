"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { PageHeader } from "@/app/_components/shell/page-header";
import { workspacePath } from "@/app/_components/shell/paths";
import { Button, ButtonLink } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import type { CurrencyChoice, PayingCountry } from "@/app/_i18n/currencies";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { useWorkspace } from "../../_components/use-workspace";
import { DatesFields } from "./dates-fields";
import { type Draft, faultsFrom, faultsOf } from "./draft";
import { NameFields } from "./name-fields";
import { PlaceFields } from "./place-fields";
import { Preview } from "./preview";
import { TemplateChoice } from "./template-choice";
import { useCreatePlan } from "./use-create-plan";
import { usePreview } from "./use-preview";
import { useSuggestedTitle } from "./use-suggested-title";

type NewPlanProps = {
  first: Pick<Draft, "templateKey" | "anchor" | "anchorDate" | "country">;
  today: string;
  countries: readonly PayingCountry[];
  currencies: readonly CurrencyChoice[];
};

/** One screen from a customer's name to a dated plan. What is typed shows at the right as the plan that it would become. */
export function NewPlan({ first, today, countries, currencies }: NewPlanProps) {
  const t = useTranslations("newPlan");
  const { workspace } = useWorkspace();
  const { data: templates } = useSuspenseQuery(useTRPC().template.list.queryOptions({ workspaceId: workspace.id }));
  const words = useRefusalWords();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>({ ...first, customerName: "", title: "", currency: null });
  const [wasTried, setTried] = useState(false);
  const suggested = useSuggestedTitle(draft, templates);
  const title = draft.title || suggested;
  const currency = draft.currency ?? countries.find(({ code }) => code === draft.country)?.currency ?? "EUR";
  const preview = usePreview(workspace.id, draft);
  const create = useCreatePlan(workspace.id);

  const refusal = create.error ? refusalOf(create.error) : null;
  const told = faultsFrom(refusal?.details.fields);
  const faults = { ...told, ...(wasTried ? faultsOf(draft, title) : {}) };
  const change = (changes: Partial<Draft>) => {
    setDraft((was) => ({ ...was, ...changes }));
    if (create.isError) create.reset();
  };

  const submit = () => {
    flushSync(() => setTried(true));
    if (Object.keys(faultsOf(draft, title)).length > 0) {
      form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      return;
    }
    create.make({ ...draft, title, currency });
  };

  return (
    <>
      <PageHeader over={workspace.name} title={t("title")} lead={t("lead")} className="mb-7!" />
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1fr)_minmax(0,19rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <form
          ref={form}
          noValidate
          className="flex min-w-0 max-w-[640px] flex-col gap-6 [&_input]:scroll-mb-28 [&_select]:scroll-mb-28"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <NameFields draft={draft} suggested={suggested} faults={faults} onChange={change} />
          <TemplateChoice templates={templates} value={draft.templateKey} onChange={change} />
          <DatesFields draft={draft} preview={preview.shown} fault={faults.anchorDate} onChange={change} />
          <PlaceFields
            draft={draft}
            currency={currency}
            countries={countries}
            currencies={currencies}
            faults={faults}
            onChange={change}
          />
          {refusal && Object.keys(told).length === 0 ? <InlineError>{words(refusal)}</InlineError> : null}
          <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-paper px-1 py-4">
            <Button
              type="submit"
              variant="primary"
              size="lg"
              pending={create.isPending || create.isSuccess}
              className="max-sm:w-full"
            >
              {t("create")}
            </Button>
            <ButtonLink href={workspacePath(workspace.slug)} variant="ghost" className="max-sm:hidden!">
              {t("cancel")}
            </ButtonLink>
          </div>
        </form>
        <Preview
          preview={preview}
          anchor={draft.anchor}
          customer={draft.customerName.trim()}
          today={today}
          onStartToday={() => change({ anchor: "start", anchorDate: today })}
        />
      </div>
    </>
  );
}
