"use client";

import { useTranslations } from "next-intl";
import { PageBody } from "./shell/page-body";
import { PageHeader } from "./shell/page-header";
import { homePath } from "./shell/paths";
import { digestOf } from "./trouble-digest";
import { Button, ButtonLink } from "./ui/button";

type SectionErrorProps = { error: unknown; retry: () => void };

/** In a section's place, with the frame around it still there: the other sections are a press away. */
export function SectionError({ error, retry }: SectionErrorProps) {
  const t = useTranslations("errors.page");
  const digest = digestOf(error);
  return (
    <PageBody>
      <PageHeader title={t("title")} lead={t("body")} className="mb-6!" />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <ButtonLink href={homePath}>{t("home")}</ButtonLink>
      </div>
      {digest ? <p className="mt-6 text-sm text-ink-3">{t("reference", { digest })}</p> : null}
    </PageBody>
  );
}
