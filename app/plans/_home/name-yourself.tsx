"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { rememberChoice } from "@/app/_components/remember-choice";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { Self } from "@/server/domain/person/schemas";
import { nameLaterCookie } from "./name-later";

/** Asks once, in its place, what to call somebody who came in without saying. */
export function NameYourself({ self }: { self: Self }) {
  const t = useTranslations("home.name");
  const api = useTRPC();
  const queries = useQueryClient();
  const words = useRefusalWords();
  const [isLater, setLater] = useState(false);
  const edit = useMutation(
    api.person.edit.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.person.me.queryKey({}), saved),
    }),
  );
  if (isLater) return null;

  const save = (form: FormData) => {
    const title = String(form.get("title")).trim();
    edit.mutate({ name: String(form.get("name")), title: title || null });
  };

  return (
    <form
      action={save}
      onReset={(event) => event.preventDefault()}
      className="mb-9 max-w-[760px] rounded-xl border border-line bg-surface p-5"
    >
      <h2 className="text-base tracking-[-0.01em]">{t("title")}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{t("body")}</p>
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        <Field label={t("name")} required>
          {(control) => <Input {...control} name="name" autoComplete="name" maxLength={120} defaultValue="" />}
        </Field>
        <Field label={t("titleLabel")} optional>
          {(control) => (
            <Input
              {...control}
              name="title"
              autoComplete="organization-title"
              maxLength={120}
              defaultValue={self.title ?? ""}
            />
          )}
        </Field>
      </div>
      {edit.error ? <InlineError className="mt-3">{words(refusalOf(edit.error))}</InlineError> : null}
      <div className="mt-4 flex gap-2">
        <Button type="submit" variant={self.plans.length > 0 ? "primary" : "secondary"} pending={edit.isPending}>
          {t("save")}
        </Button>
        <Button
          variant="ghost"
          onClick={() => {
            rememberChoice(nameLaterCookie, "1");
            setLater(true);
          }}
        >
          {t("later")}
        </Button>
      </div>
    </form>
  );
}
