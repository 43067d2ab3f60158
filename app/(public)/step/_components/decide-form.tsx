import { useTranslations } from "next-intl";
import { CodeInput } from "@/app/_components/ui/code-input";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import { RadioCards } from "@/app/_components/ui/radio-cards";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Hidden } from "../../_access/hidden";
import { inOnePiece } from "../../_access/in-one-piece";
import type { ActFormProps } from "./step-to-do";

/** Approve or decline. A browser that is not known to be the person's proves first that their mailbox is read. */
export function DecideForm({
  found: { zone, state, codeGoesTo },
  token,
  query,
  codeFault,
}: ActFormProps & { codeFault: string | null }) {
  const t = useTranslations("access.step.decide");
  if (codeGoesTo !== null && query.code !== "sent") {
    return (
      <>
        <p className="wrap-anywhere text-ink-2">{t("known", { email: inOnePiece(codeGoesTo) })}</p>
        <CodeRequest token={token}>{t("send")}</CodeRequest>
      </>
    );
  }
  return (
    <>
      <form method="post" action="/api/access/step-decide" className="flex flex-col gap-4">
        <Hidden values={{ token, anyway: state === "waits" ? "yes" : null }} />
        {codeGoesTo === null ? null : (
          <>
            <p role="status" className="wrap-anywhere text-ink-2">
              {t("sent", { email: inOnePiece(codeGoesTo) })}
            </p>
            <Field label={t("code")} hint={t("codeHint")} error={codeFault} required>
              {(control) => (
                <CodeInput {...control} name="code" autoComplete="one-time-code" autoFocus={codeFault !== null} />
              )}
            </Field>
          </>
        )}
        <RadioCards
          name="decision"
          legend={t("legend")}
          options={[
            { value: "approved", label: t("approve") },
            { value: "declined", label: t("decline"), description: t("declineLead") },
          ]}
        />
        <Field label={t("word")} hint={t("lead", { zone })} optional>
          {(control) => <Textarea {...control} name="word" maxLength={500} rows={3} defaultValue={query.word} />}
        </Field>
        <SubmitButton size="lg" wide>
          {t("confirm")}
        </SubmitButton>
      </form>
      {codeGoesTo === null ? null : (
        <CodeRequest token={token} isAgain>
          {t("again")}
        </CodeRequest>
      )}
    </>
  );
}

function CodeRequest({ token, isAgain = false, children }: { token: string; isAgain?: boolean; children: string }) {
  return (
    <form method="post" action="/api/access/step-code">
      <Hidden values={{ token }} />
      <SubmitButton size="lg" wide variant={isAgain ? "ghost" : "primary"}>
        {children}
      </SubmitButton>
    </form>
  );
}
