"use client";

import { useTranslations } from "next-intl";
import { homePath } from "./shell/paths";
import { Button, ButtonLink } from "./ui/button";

/** What a reader can do where a page failed. */
export function TroubleWaysOut({ retry }: { retry: () => void }) {
  const t = useTranslations("errors.page");
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="primary" onClick={retry}>
        {t("retry")}
      </Button>
      <ButtonLink href={homePath}>{t("home")}</ButtonLink>
    </div>
  );
}
