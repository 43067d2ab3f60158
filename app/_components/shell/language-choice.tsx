"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type AppLocale, localeCookie } from "@/app/_i18n/locales";
import { useTRPC } from "@/app/_trpc/client";
import { languages } from "@/db/vocabulary";
import { rememberChoice } from "../remember-choice";
import { MenuChoice, MenuHeading } from "../ui/dropdown-menu";
import { toast } from "../ui/toast";

/** The reader's language, in this browser at once and in their mails from the next one on. */
export function LanguageChoice() {
  const t = useTranslations("shell");
  const names = useTranslations("common.language");
  const router = useRouter();
  const [language, setLanguage] = useState<AppLocale>(useLocale());
  const keep = useMutation(
    useTRPC().person.edit.mutationOptions({ onError: () => toast.failed(t("languageNotKept")) }),
  );

  const choose = (next: AppLocale) => {
    const chosen = languages.find((known) => known === next);
    if (!chosen) return;
    setLanguage(chosen);
    rememberChoice(localeCookie, chosen);
    keep.mutate({ locale: chosen, mutationId: crypto.randomUUID() });
    router.refresh();
  };

  return (
    <>
      <MenuHeading>{t("language")}</MenuHeading>
      <MenuChoice<AppLocale>
        label={t("language")}
        value={language}
        onValueChange={choose}
        options={languages.map((value) => ({ value, label: names(value) }))}
      />
    </>
  );
}
