import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { Hidden } from "../../_access/hidden";
import { MailboxLink } from "../../_access/mailbox-link";
import { quietLink } from "../../_access/quiet-link";
import { CodeForm } from "../../sign-in/_components/code-form";

type CodeSentProps = { email: string; token: string; over: string; told: string | null };

/** The digits went to the invited address; whoever reads them there takes the place here. */
export function CodeSent({ email, token, over, told }: CodeSentProps) {
  const t = useTranslations("access.another");
  return (
    <PublicFrame
      over={over}
      title={t("codeTitle")}
      lead={<span className="wrap-anywhere">{t("codeLead", { email })}</span>}
      footer={
        <div className="flex flex-col items-start gap-3">
          <MailboxLink email={email} />
          <form method="post" action="/api/access/invitation-code">
            <Hidden values={{ token }} />
            <button type="submit" className={quietLink}>
              {t("again")}
            </button>
          </form>
        </div>
      }
    >
      <CodeForm
        action="/api/access/invitation-digits"
        hidden={{ token }}
        told={told}
        words={{ label: t("code"), hint: t("codeHint"), enter: t("enter") }}
      />
    </PublicFrame>
  );
}
