"use client";

import { useTranslations } from "next-intl";
import { homePath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";

/** Takes the whole screen's place once the reader no longer takes part: nothing of the plan stays visible. */
export function GoneNotice() {
  const t = useTranslations("plan.gone");
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-5 py-16" role="alert">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("body")}</p>
      <div className="mt-6">
        <ButtonLink href={homePath} variant="primary">
          {t("home")}
        </ButtonLink>
      </div>
    </main>
  );
}
