import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { addDays, dayParts } from "@/app/_components/ui/plain-date";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { Hidden } from "../../_access/hidden";
import type { ActFormProps } from "./step-to-do";

const action = "/api/access/step-later";

/** Tomorrow, next Monday, or another day. */
export function LaterForm({ found: { today }, token }: ActFormProps) {
  const t = useTranslations("access.step.later");
  const words = useDateWords();
  const tomorrow = addDays(today, 1);
  const monday = addDays(today, (8 - dayParts(today).weekday) % 7 || 7);
  return (
    <>
      <p className="text-ink-2">{t("lead")}</p>
      <form method="post" action={action} className="flex flex-col gap-2">
        <Hidden values={{ token }} />
        {monday === tomorrow ? null : (
          <SubmitButton name="until" value={tomorrow} size="lg" wide variant="secondary">
            {t("tomorrow", { date: words.day(tomorrow, today) })}
          </SubmitButton>
        )}
        <SubmitButton name="until" value={monday} size="lg" wide>
          {t("monday", { date: words.day(monday, today) })}
        </SubmitButton>
      </form>
      <form method="post" action={action} className="flex flex-col gap-2">
        <Hidden values={{ token }} />
        <Field label={t("date")} required>
          {(control) => <Input {...control} type="date" name="until" min={tomorrow} />}
        </Field>
        <SubmitButton size="lg" wide variant="secondary">
          {t("until")}
        </SubmitButton>
      </form>
    </>
  );
}
