"use client";

import { useTranslations } from "next-intl";
import { PublicFrame } from "./_components/public-frame";
import { homePath } from "./_components/shell/paths";
import { digestOf } from "./_components/trouble-digest";
import { Button, ButtonLink } from "./_components/ui/button";

type PageErrorProps = { error: unknown; retry: () => void };

export default function PageError({ error, retry }: PageErrorProps) {
  const t = useTranslations("errors.page");
  const digest = digestOf(error);
  return (
    <PublicFrame title={t("title")} lead={t("body")}>
      {digest ? <p className="text-sm text-ink-2">{t("reference", { digest })}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <ButtonLink href={homePath}>{t("home")}</ButtonLink>
      </div>
    </PublicFrame>
  );
}
