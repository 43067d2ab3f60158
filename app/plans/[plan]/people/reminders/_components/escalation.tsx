"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { TroubleNotice } from "../../../_components/trouble-notice";
import { usePlan } from "../../../_components/use-plan";

const choices = [1, 2, 3, 5, 10, 15, 20];

type EscalationProps = { afterDays: number | null; onChoose: (input: { afterDays: number | null }) => unknown };

/** After how long whoever leads this side hears of what is overdue on it. The other side sees neither this nor what comes of it. */
export function Escalation({ afterDays, onChoose }: EscalationProps) {
  const t = useTranslations("reminders.plan.escalation");
  const { plan, me } = usePlan();
  const other = me.side === "buyer" ? plan.supplierName : plan.customerName;
  const offered = afterDays === null ? choices : [...new Set([...choices, afterDays])].sort((a, b) => a - b);
  return (
    <Section title={t("title")} aside={<ZoneMark zone={me.side === "buyer" ? "committee" : "seller"} />}>
      <p className="text-sm text-ink-2">{t("body", { side: me.side, other })}</p>
      <Field label={t("after")} className="mt-3">
        {(control) => (
          <Select
            {...control}
            value={afterDays ?? ""}
            onChange={({ target }) => void onChoose({ afterDays: target.value ? Number(target.value) : null })}
          >
            <option value="">{t("never")}</option>
            {offered.map((days) => (
              <option key={days} value={days}>
                {t("days", { days })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TroubleNotice subjectId="escalation" className="mt-2" />
    </Section>
  );
}
