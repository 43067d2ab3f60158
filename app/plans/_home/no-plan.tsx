"use client";

import { useTranslations } from "next-intl";
import { workspacePath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Self } from "@/server/domain/person/schemas";

/** For a member whose workspace has no plan with them yet, and for somebody whose plans have all ended. */
export function NoPlan({ self }: { self: Self }) {
  const t = useTranslations("home.noPlan");
  const [workspace] = self.workspaces;
  return (
    <EmptyState
      title={t("title")}
      className="max-w-[760px]"
      action={
        workspace ? (
          <ButtonLink href={workspacePath(workspace.slug, "new")} variant="primary">
            {t("make")}
          </ButtonLink>
        ) : undefined
      }
    >
      {workspace ? t("body") : t("invited", { email: self.email })}
    </EmptyState>
  );
}
