"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/app/_components/ui/button";
import { DropdownMenu, MenuItem } from "@/app/_components/ui/dropdown-menu";
import { MoneyRange } from "@/app/_components/ui/money";
import { toast } from "@/app/_components/ui/toast";
import { useMoneyWords } from "@/app/_components/ui/use-money-words";
import { useRecentChange } from "@/app/_trpc/live";
import type { CostLine } from "@/server/domain/change-case/schemas";
import { usePersonName } from "../../_components/people";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { useMay, usePlan } from "../../_components/use-plan";
import { CostForm, type Fields } from "./cost-form";
import { useChangeCase, useCostActs } from "./use-change-case";

/** Only these are sent: what somebody else changed of the rest meanwhile stays. */
const changesOf = (fields: Fields, was: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== was[name as keyof Fields]));

export function CostRow({ line }: { line: CostLine }) {
  const t = useTranslations("why.cost");
  const common = useTranslations("common");
  const money = useMoneyWords();
  const nameOf = usePersonName();
  const { participants } = usePlan();
  const { currency } = useChangeCase();
  const { add, edit, remove, confirm } = useCostActs();
  const mayEdit = useMay("cost.edit");
  const mayConfirm = useMay("cost.confirm");
  const [isEditing, setEditing] = useState(false);
  const isRecent = useRecentChange(line.id) !== null;
  const confirmer = participants.find(({ id }) => id === line.confirmedBy);
  const { id: costLineId, title, low, likely, high } = line;

  if (isEditing) {
    return (
      <li>
        <CostForm
          line={line}
          currency={currency}
          subjectId={costLineId}
          onSave={async (fields, was) => {
            const base = was ?? fields;
            const set = changesOf(fields, base);
            if (Object.keys(set).length === 0) return void setEditing(false);
            const outcome = await edit({ costLineId, set, base });
            // What was typed is then shown beside theirs, in the row.
            if (outcome.ok || outcome.refusal.code === "conflict") return void setEditing(false);
            return outcome.refusal.code;
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    );
  }
  const takeAway = async () => {
    const { ok } = await remove({ costLineId });
    if (!ok) return;
    toast.say(t("removed", { title }), {
      action: { label: common("undo"), onClick: () => void add({ title, low, likely, high, currency }) },
    });
  };
  return (
    <li className={`hairline-b py-3.5 ${isRecent ? "animate-settle" : ""}`}>
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere">
            {title} <UnsavedMark subjectId={costLineId} />
          </p>
          <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2">
            <span>{confirmer ? t("confirmedBy", { name: nameOf(confirmer) }) : t("unconfirmed")}</span>
            {!line.confirmedBy && mayConfirm ? (
              <Button variant="link" size="sm" onClick={() => void confirm({ costLineId })}>
                {t("confirm")}
              </Button>
            ) : null}
          </p>
        </div>
        <p className="text-right whitespace-nowrap">
          <span className="font-medium">
            <MoneyRange low={low} high={high} currency={currency} />
          </span>
          <span className="block text-sm text-ink-2">{t("likely", { amount: money.compact(likely, currency) })}</span>
        </p>
        {mayEdit ? (
          <DropdownMenu
            label={t("acts", { title })}
            align="end"
            trigger={(trigger) => (
              <IconButton {...trigger} label={t("acts", { title })} className="-mr-2">
                <EllipsisVertical size={14} aria-hidden="true" />
              </IconButton>
            )}
          >
            <MenuItem onSelect={() => setEditing(true)}>{t("edit")}</MenuItem>
            <MenuItem danger onSelect={() => void takeAway()}>
              {t("remove")}
            </MenuItem>
          </DropdownMenu>
        ) : null}
      </div>
      <TroubleNotice subjectId={costLineId} className="mt-2" />
    </li>
  );
}
