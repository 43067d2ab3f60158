import Link from "next/link";
import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { Hidden } from "../../_access/hidden";
import { MailboxLink } from "../../_access/mailbox-link";
import { quietLink } from "../../_access/quiet-link";
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
          <MailboxLink email={email} />
          <form method="post" action="/api/access/sign-in">
            <Hidden values={{ email, to }} />
            <button type="submit" className={quietLink}>
              {t("again")}
            </button>
          </form>
          <Link href={another} className={quietLink}>
            {t("other")}
          </Link>
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
