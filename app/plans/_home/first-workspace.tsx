"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { CountryOptions } from "@/app/_components/place-options";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { workspacePath } from "@/app/_components/shell/paths";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import type { CountryChoice } from "@/app/_i18n/countries";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";

type FirstWorkspaceProps = { countries: readonly CountryChoice[]; likely: string };

/** Somebody new: one thing to do, which leads straight to their first plan. */
export function FirstWorkspace({ countries, likely }: FirstWorkspaceProps) {
  const t = useTranslations("home.workspace");
  const api = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const words = useRefusalWords();
  const { data: self } = useSuspenseQuery(api.person.me.queryOptions({}));
  const create = useMutation(
    api.workspace.create.mutationOptions({
      onSuccess: ({ id, slug, name }) => {
        // The next page reads who one is from here, and would not find the workspace that this page has just made.
        queries.setQueryData(api.person.me.queryKey({}), (known) =>
          known ? { ...known, workspaces: [...known.workspaces, { id, slug, name, role: "owner" as const }] } : known,
        );
        router.push(workspacePath(slug, "new"));
      },
    }),
  );
  const make = (form: FormData) =>
    create.mutate({ name: String(form.get("name")), country: String(form.get("country")) });

  return (
    <PageBody>
      <div className="max-w-md">
        <PageHeader title={t("title")} lead={t("lead")} className="mb-6!" />
        <form action={make} onReset={(event) => event.preventDefault()} className="flex flex-col gap-4">
          <Field label={t("name")} hint={t("nameHint")} required>
            {(control) => <Input {...control} name="name" autoComplete="organization" maxLength={80} />}
          </Field>
          <Field label={t("country")} hint={t("countryHint")}>
            {(control) => (
              <Select {...control} name="country" defaultValue={likely} autoComplete="country">
                <CountryOptions countries={countries} />
              </Select>
            )}
          </Field>
          {create.error ? <InlineError>{words(refusalOf(create.error))}</InlineError> : null}
          <Button type="submit" variant="primary" size="lg" pending={create.isPending || create.isSuccess}>
            {t("make")}
          </Button>
        </form>
        <p className="mt-8 border-t border-line pt-5 text-sm text-ink-2">{t("invited", { email: self.email })}</p>
      </div>
    </PageBody>
  );
}
