"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { NumberInput } from "@/app/_components/ui/number-input";
import { minorDigits } from "@/app/_components/ui/use-money-words";
import type { CostLine } from "@/server/domain/change-case/schemas";
import type { RefusalShape } from "@/server/trpc/init";
import { TroubleNotice } from "../../_components/trouble-notice";

export type Fields = Pick<CostLine, "title" | "low" | "likely" | "high">;
type CostFormProps = {
  line?: CostLine;
  currency: string;
  subjectId: string;
  /**
   * `was` is what stood there when the writing began; of a new line nothing did. `typedIn` is the currency that stood beside it.
   * @returns why it was not saved, where it wasn't.
   */
  onSave: (fields: Fields, was: Fields | null, typedIn: string) => Promise<RefusalShape["code"] | undefined>;
  onCancel: () => void;
};

const amounts = ["low", "likely", "high"] as const;

const fieldsOf = ({ title, low, likely, high }: CostLine): Fields => ({ title, low, likely, high });

/** Amounts are typed in whole units of the currency and kept in minor ones. */
export function CostForm({ line, currency, subjectId, onSave, onCancel }: CostFormProps) {
  const t = useTranslations("why.cost");
  const common = useTranslations("common");
  const faultId = useId();
  const [began, setBegan] = useState<string | null>(currency);
  // Another currency is taken up only where it was said: after a save that was refused for its sake.
  const typedIn = began ?? currency;
  const scale = 10 ** minorDigits(typedIn);
  const [was] = useState<Fields | null>(line ? fieldsOf(line) : null);
  const [title, setTitle] = useState(line?.title ?? "");
  const [typed, setTyped] = useState<Record<(typeof amounts)[number], number | null>>({
    low: line ? line.low / scale : null,
    likely: line ? line.likely / scale : null,
    high: line ? line.high / scale : null,
  });
  const [wasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const isTitled = title.trim() !== "";
  const isAmount = (name: (typeof amounts)[number]) => typed[name] !== null && (typed[name] ?? -1) >= 0;
  const isWhole = amounts.every(isAmount);
  const isOrdered = isWhole && (typed.low ?? 0) <= (typed.likely ?? 0) && (typed.likely ?? 0) <= (typed.high ?? 0);

  const hasFault = wasTried && !isOrdered;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isTitled || !isOrdered) return;
    setSaving(true);
    const minor = (name: (typeof amounts)[number]) => Math.round((typed[name] ?? 0) * scale);
    const fields = { title: title.trim(), low: minor("low"), likely: minor("likely"), high: minor("high") };
    if ((await onSave(fields, was, typedIn)) === "currency_changed") setBegan(null);
    setSaving(false);
  };
  return (
    <form onSubmit={send} noValidate className="hairline-b flex flex-col gap-4 py-4">
      <Field label={t("what")} error={wasTried && !isTitled ? t("whatMissing") : null}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={160}
            placeholder={t("whatPlaceholder")}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        {amounts.map((name) => (
          <Field key={name} label={t(`amount.${name}`)}>
            {(control) => (
              <NumberInput
                {...control}
                aria-invalid={hasFault && (isWhole || !isAmount(name)) ? true : undefined}
                aria-describedby={hasFault ? faultId : undefined}
                min={0}
                prefix={typedIn}
                value={typed[name]}
                onValueChange={(value) => setTyped((was) => ({ ...was, [name]: value }))}
              />
            )}
          </Field>
        ))}
      </div>
      {hasFault ? <InlineError id={faultId}>{isWhole ? t("order") : t("amountsMissing")}</InlineError> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={isSaving}>
          {common("save")}
        </Button>
        <Button onClick={onCancel}>{common("cancel")}</Button>
      </div>
      <TroubleNotice subjectId={subjectId} />
    </form>
  );
}
