import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import { RadioCards } from "@/app/_components/ui/radio-cards";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Hidden } from "../../_access/hidden";
import type { ActFormProps } from "./step-to-do";

/** To a colleague who has joined; or to nobody, with a word for those who lead the plan. */
export function NotMineForm({ found: { colleagues }, token, query }: ActFormProps) {
  const t = useTranslations("access.step.notMine");
  const known = colleagues.map(({ participantId, name, title }) => ({
    value: participantId,
    label: name,
    description: title,
  }));
  return (
    <form method="post" action="/api/access/step-not-mine" className="flex flex-col gap-4">
      <Hidden values={{ token }} />
      <p className="text-ink-2">{t("lead")}</p>
      <RadioCards
        name="to"
        legend={t("legend")}
        options={[...known, { value: "nobody", label: t("nobody"), description: t("nobodyLead") }]}
        defaultValue={known.length === 0 ? "nobody" : undefined}
      />
      <Field label={t("word")}>
        {(control) => (
          <Textarea {...control} name="word" maxLength={500} rows={2} defaultValue={query.word ?? t("wordStart")} />
        )}
      </Field>
      <SubmitButton size="lg" wide>
        {t("pass")}
      </SubmitButton>
    </form>
  );
}
