"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "@/app/_components/ui/button";
import { DropdownMenu, MenuItem } from "@/app/_components/ui/dropdown-menu";
import type { Criterion } from "@/server/domain/decision/schemas";
import { useCriterionActs } from "./use-decision";

const DefinitionDialog = lazy(() => import("./definition-dialog"));

export function CriterionMenu({ criterion, onRename }: { criterion: Criterion; onRename: () => void }) {
  const t = useTranslations("decision");
  const { edit, remove } = useCriterionActs();
  const [isDefining, setDefining] = useState(false);
  const label = t("criterionActs", { criterion: criterion.title });
  const { id: criterionId, mustHave } = criterion;

  return (
    <>
      <DropdownMenu
        label={label}
        align="end"
        trigger={(trigger) => (
          <IconButton {...trigger} label={label} className="-my-1">
            <EllipsisVertical size={14} aria-hidden="true" />
          </IconButton>
        )}
      >
        <MenuItem onSelect={onRename}>{t("rename")}</MenuItem>
        <MenuItem onSelect={() => setDefining(true)}>{t("define")}</MenuItem>
        <MenuItem onSelect={() => void edit({ criterionId, set: { mustHave: !mustHave }, base: { mustHave } })}>
          {mustHave ? t("noMustHave") : t("makeMustHave")}
        </MenuItem>
        <MenuItem danger onSelect={() => void remove({ criterionId })}>
          {t("removeCriterion")}
        </MenuItem>
      </DropdownMenu>
      {isDefining ? (
        <Suspense fallback={null}>
          <DefinitionDialog
            criterion={criterion}
            onClose={() => setDefining(false)}
            onSave={(definition, was) => edit({ criterionId, set: { definition }, base: { definition: was } })}
          />
        </Suspense>
      ) : null}
    </>
  );
}
