"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/app/_components/shell/page-body";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useMay } from "../../_components/use-plan";
import { CostForm } from "./cost-form";
import { CostRow } from "./cost-row";
import { CostTotals } from "./cost-totals";
import { useChangeCase, useCostActs } from "./use-change-case";

/** What a month of doing nothing costs, line by line, as a range that somebody stands behind. */
export function Costs() {
  const t = useTranslations("why.cost");
  const { costLines, currency } = useChangeCase();
  const { add } = useCostActs();
  const mayEdit = useMay("cost.edit");
  const [isAdding, setAdding] = useState(false);

  const addButton = mayEdit ? (
    <Button onClick={() => setAdding(true)}>
      <Plus size={15} aria-hidden="true" />
      {t("add")}
    </Button>
  ) : null;
  return (
    <Section title={t("title")} aside={t("unit")} ruled>
      {costLines.length === 0 && !isAdding ? (
        <EmptyState title={t("empty")} action={addButton} className="mt-4">
          {t("emptyHint")}
        </EmptyState>
      ) : null}
      <ul>
        {costLines.map((line) => (
          <CostRow key={line.id} line={line} />
        ))}
      </ul>
      {isAdding ? (
        <CostForm
          currency={currency}
          subjectId="cost.new"
          onSave={async (fields, _was, typedIn) => {
            const outcome = await add({ ...fields, currency: typedIn });
            if (!outcome.ok) return outcome.refusal.code;
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : costLines.length > 0 ? (
        <div className="mt-4">{addButton}</div>
      ) : null}
      {costLines.length > 0 ? <CostTotals /> : null}
    </Section>
  );
}
