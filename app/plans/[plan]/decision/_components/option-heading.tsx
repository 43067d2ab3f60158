"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "@/app/_components/ui/button";
import { DropdownMenu, MenuItem } from "@/app/_components/ui/dropdown-menu";
import type { Option } from "@/server/domain/decision/schemas";
import { InPlaceText } from "../../_components/in-place-text";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { useMay } from "../../_components/use-plan";
import { useOptionActs, useOptionName } from "./use-decision";

/** An option's name over its column; those that the committee added can be renamed and taken away. */
export function OptionHeading({ option }: { option: Option }) {
  const t = useTranslations("decision");
  const nameOf = useOptionName();
  const { edit, remove } = useOptionActs();
  const isOurs = option.kind === "other_supplier" || option.kind === "build";
  const mayEdit = useMay("option.edit") && isOurs;
  const field = useRef<{ edit: () => void }>(null);

  return (
    <span className="flex min-w-0 items-start gap-1">
      <span className="min-w-0 flex-1 wrap-anywhere">
        {isOurs ? (
          <InPlaceText
            ref={field}
            value={option.title}
            label={t("optionName")}
            maxLength={160}
            readOnly={!mayEdit}
            onSave={(title, was) => edit({ optionId: option.id, set: { title }, base: { title: was } })}
          />
        ) : (
          nameOf(option)
        )}
        <TroubleNotice subjectId={option.id} className="mt-2" />
      </span>
      <UnsavedMark subjectId={option.id} className="mt-1.5" />
      {mayEdit ? (
        <DropdownMenu
          label={t("optionActs", { option: option.title })}
          align="end"
          trigger={(trigger) => (
            <IconButton {...trigger} label={t("optionActs", { option: option.title })} className="-my-2">
              <EllipsisVertical size={14} aria-hidden="true" />
            </IconButton>
          )}
        >
          <MenuItem onSelect={() => field.current?.edit()}>{t("rename")}</MenuItem>
          <MenuItem danger onSelect={() => void remove({ optionId: option.id })}>
            {t("removeOption")}
          </MenuItem>
        </DropdownMenu>
      ) : null}
    </span>
  );
}
