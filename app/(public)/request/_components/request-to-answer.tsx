import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicFrame } from "@/app/_components/public-frame";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { AccessRequestPreview } from "@/server/domain/access-request/schemas";
import { Hidden } from "../../_access/hidden";
import { ToldNotice } from "../../_access/told-notice";

type Found = Exclude<AccessRequestPreview, { state: "gone" }>;
type RequestToAnswerProps = { found: Found; token: string; told: string | null };

export function RequestToAnswer({ found, token, told }: RequestToAnswerProps) {
  const t = useTranslations("access.request");
  const { name, email, why, side, planTitle, customerName, supplierName, planId } = found;
  const company = side === "buyer" ? customerName : supplierName;
  const over = <span className="wrap-anywhere">{t("over", { plan: planTitle, company })}</span>;
  if (found.state !== "open") return <Answered found={found} over={over} />;
  return (
    <PublicFrame
      over={over}
      title={<span className="wrap-anywhere">{t("title", { name })}</span>}
      lead={t("lead", { company })}
      footer={<p className="text-sm text-ink-2">{t("check")}</p>}
    >
      <ToldNotice told={told} />
      <dl className="flex flex-col gap-3 rounded-lg border border-line bg-surface px-4 py-3">
        <Said label={t("email")}>{email}</Said>
        <Said label={t("writes")}>{why}</Said>
      </dl>
      {found.isReader ? (
        <form method="post" action="/api/access/answer-request" className="flex flex-col gap-3">
          <Hidden values={{ token, plan: planId, request: found.id }} />
          <SubmitButton size="lg" wide name="answer" value="approve" className="overflow-hidden">
            <span className="truncate">{t("approve", { name })}</span>
          </SubmitButton>
          <SubmitButton size="lg" wide variant="secondary" name="answer" value="decline">
            {t("decline")}
          </SubmitButton>
          <p className="text-sm wrap-anywhere text-ink-2">{t("after", { email })}</p>
        </form>
      ) : (
        <form method="post" action="/api/access/sign-in" className="flex flex-col gap-3">
          <Hidden values={{ email: found.to, to: `/request?${new URLSearchParams({ token })}` }} />
          <p className="text-sm wrap-anywhere text-ink-2">{t("signInLead", { email: found.to })}</p>
          <SubmitButton size="lg" wide>
            {t("signIn")}
          </SubmitButton>
        </form>
      )}
    </PublicFrame>
  );
}

function Answered({ found, over }: { found: Found; over: ReactNode }) {
  const t = useTranslations("access.request");
  const { state, name, email, answeredByName, planId } = found;
  const by = answeredByName ?? "";
  const isIn = state === "approved";
  return (
    <PublicFrame
      over={over}
      title={<span className="wrap-anywhere">{isIn ? t("approved", { name }) : t("declined", { name })}</span>}
      lead={
        <p role="status" className="wrap-anywhere">
          {isIn ? t("approvedLead", { by, email }) : t("declinedLead", { by })}
        </p>
      }
    >
      <ButtonLink href={`${planPath(planId)}/people`} size="lg" wide>
        {t("openPeople")}
      </ButtonLink>
    </PublicFrame>
  );
}

function Said({ label, children }: { label: string; children: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
