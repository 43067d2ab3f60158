import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Hidden } from "../../_access/hidden";
import type { ActFormProps } from "./step-to-do";

/** A comment, or the answer to a question. */
export function WriteForm({ found: { zone, state }, token, kind }: ActFormProps & { kind: "comment" | "answer" }) {
  const t = useTranslations("access.step");
  return (
    <form method="post" action={`/api/access/step-${kind}`} className="flex flex-col gap-4">
      <Hidden values={{ token, anyway: state === "waits" ? "yes" : null }} />
      <Field label={t(`${kind}.label`)} hint={t(`${kind}.lead`, { zone })} required>
        {(control) => <Textarea {...control} name="body" maxLength={4_000} rows={5} />}
      </Field>
      <SubmitButton size="lg" wide>
        {t(`${kind}.send`)}
      </SubmitButton>
    </form>
  );
}
