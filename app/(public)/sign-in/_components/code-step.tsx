import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { env } from "@/server/env";
import { Hidden } from "../../_access/hidden";
import { CodeForm } from "./code-form";

type CodeStepProps = { email: string; to: string | null; told: string | null };

/** The mail is on its way: its link works anywhere, its code here. */
export function CodeStep({ email, to, told }: CodeStepProps) {
  const t = useTranslations("access.sent");
  const another = to ? `/sign-in?${new URLSearchParams({ to, email })}` : `/sign-in?${new URLSearchParams({ email })}`;
  return (
    <PublicFrame
      title={t("title")}
      lead={t.rich("lead", { email: () => <strong className="font-medium wrap-anywhere text-ink">{email}</strong> })}
      footer={
        <div className="flex flex-col items-start gap-3">
          {env.MAIL_TRANSPORT === "mailbox" ? (
            <ButtonLink variant="link" href={`/mailbox?${new URLSearchParams({ to: email })}`}>
              {t("mailbox")}
            </ButtonLink>
          ) : null}
          <form method="post" action="/api/access/sign-in">
            <Hidden values={{ email, to }} />
            <SubmitButton variant="link">{t("again")}</SubmitButton>
          </form>
          <ButtonLink variant="link" href={another}>
            {t("other")}
          </ButtonLink>
        </div>
      }
    >
      <CodeForm
        action="/api/access/code"
        hidden={{ email, to }}
        told={told}
        words={{ label: t("code"), hint: t("codeHint"), enter: t("enter") }}
      />
    </PublicFrame>
  );
}
