"use client";

import { useTranslations } from "next-intl";
import { PublicFrame } from "./_components/public-frame";
import { digestOf } from "./_components/trouble-digest";
import { TroubleWaysOut } from "./_components/trouble-ways-out";

type PageErrorProps = { error: unknown; retry: () => void };

export default function PageError({ error, retry }: PageErrorProps) {
  const t = useTranslations("errors.page");
  const digest = digestOf(error);
  return (
    <PublicFrame title={t("title")} lead={t("body")}>
      {digest ? <p className="text-sm text-ink-2">{t("reference", { digest })}</p> : null}
      <TroubleWaysOut retry={retry} />
    </PublicFrame>
  );
}
