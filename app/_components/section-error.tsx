"use client";

import { useTranslations } from "next-intl";
import { PageBody } from "./shell/page-body";
import { PageHeader } from "./shell/page-header";
import { digestOf } from "./trouble-digest";
import { TroubleWaysOut } from "./trouble-ways-out";

type SectionErrorProps = { error: unknown; retry: () => void };

/** In a section's place, with the frame around it still there: the other sections are a press away. */
export function SectionError({ error, retry }: SectionErrorProps) {
  const t = useTranslations("errors.page");
  const digest = digestOf(error);
  return (
    <PageBody>
      <PageHeader title={t("title")} lead={t("body")} className="mb-6!" />
      <TroubleWaysOut retry={retry} />
      {digest ? <p className="mt-6 text-sm text-ink-3">{t("reference", { digest })}</p> : null}
    </PageBody>
  );
}
