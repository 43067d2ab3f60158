"use client";

import { Keyboard, Milestone as MilestoneIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "@/app/_components/ui/button";
import { Kbd } from "@/app/_components/ui/kbd";
import { stepStatuses } from "@/db/vocabulary";
import { HereNow } from "../../_components/here-now";
import { usePersonName } from "../../_components/people";
import { usePlan } from "../../_components/use-plan";
import { Filter } from "./filter";
import { isFiltered, noFilter, type Shown, type StepView } from "./step-view";

type ToolbarProps = {
  view: StepView;
  onChange: (changes: Partial<StepView>) => void;
  onAdd: (() => void) | undefined;
  onAddMilestone: (() => void) | undefined;
  onHelp: () => void;
};

export function Toolbar({ view, onChange, onAdd, onAddMilestone, onHelp }: ToolbarProps) {
  const t = useTranslations("steps");
  return (
    <div className="hairline-b sticky top-0 z-20 flex flex-wrap items-center gap-x-2 gap-y-2 bg-paper px-5 py-3.5 sm:px-8">
      <h1 className="mr-2 text-lg max-lg:sr-only">{t("title")}</h1>
      <ShowFilter view={view} onChange={onChange} />
      <OwnerFilter view={view} onChange={onChange} />
      <SideFilter view={view} onChange={onChange} />
      {isFiltered(view) ? (
        <Button size="sm" variant="ghost" onClick={() => onChange(noFilter)}>
          {t("filter.clear")}
        </Button>
      ) : null}
      <div className="ml-auto flex items-center gap-2">
        <div className="mr-1 max-md:hidden">
          <HereNow />
        </div>
        <IconButton label={t("keys.open")} onClick={onHelp} className="max-lg:hidden">
          <Keyboard size={16} aria-hidden="true" />
        </IconButton>
        {onAddMilestone ? (
          <IconButton label={t("addMilestone")} onClick={onAddMilestone}>
            <MilestoneIcon size={16} aria-hidden="true" />
          </IconButton>
        ) : null}
        {onAdd ? (
          <Button onClick={onAdd}>
            {t("add.button")} <Kbd>N</Kbd>
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type FilterProps = Pick<ToolbarProps, "view" | "onChange">;

function ShowFilter({ view, onChange }: FilterProps) {
  const t = useTranslations("steps.filter");
  const status = useTranslations("common.stepStatus");
  const words = (shown: Shown) => (shown === "all" || shown === "open" ? t(shown) : status(shown));
  const choices: Shown[] = ["all", "open", ...stepStatuses];
  return (
    <Filter
      label={t("show")}
      value={view.show}
      options={choices.map((value) => ({ value, label: words(value) }))}
      onChoose={(show) => onChange({ show })}
    />
  );
}

function OwnerFilter({ view, onChange }: FilterProps) {
  const t = useTranslations("steps.filter");
  const nameOf = usePersonName();
  const { me, participants } = usePlan();
  const others = participants.filter(({ id }) => id !== me.participantId);
  const options = [
    { value: "", label: t("anyone") },
    ...(me.participantId ? [{ value: me.participantId, label: t("me") }] : []),
    ...others.map((person) => ({ value: person.id, label: nameOf(person) })),
    { value: "none", label: t("nobody") },
  ];
  return (
    <Filter
      label={t("owner")}
      value={view.owner ?? ""}
      options={options}
      onChoose={(owner) => onChange({ owner: owner || null })}
    />
  );
}

function SideFilter({ view, onChange }: FilterProps) {
  const t = useTranslations("steps.filter");
  const { plan } = usePlan();
  const names = { both: t("both"), buyer: plan.customerName, seller: plan.supplierName };
  return (
    <Filter
      label={t("side")}
      value={view.side ?? "both"}
      options={(["both", "buyer", "seller"] as const).map((value) => ({ value, label: names[value] }))}
      onChoose={(side) => onChange({ side: side === "both" ? null : side })}
    />
  );
}
