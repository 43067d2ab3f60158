import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { InvitationPreview } from "@/server/domain/access/schemas";
import { Hidden } from "../../_access/hidden";
import { MailboxLink } from "../../_access/mailbox-link";
import { NotYou } from "./not-you";

type Closed = Exclude<InvitationPreview, { state: "unknown" }>;
type ClosedInvitationProps = { found: Closed; token: string; isFreshSent: boolean; told: string | null };

/** Why the link lets nobody in now, and the way on: a fresh one, to the invited address and no other. */
export function ClosedInvitation({ found, token, isFreshSent, told }: ClosedInvitationProps) {
  const t = useTranslations("access.invitation");
  const sent = useTranslations("access.sent");
  const { title, lead } = useWords(found);
  const { email, name, invitedBy, inviterCompany, goTo, canRenew, signedInAs, mayAsk } = found;
  return (
    <PublicFrame
      over={t("over", { inviter: invitedBy, company: inviterCompany })}
      title={isFreshSent ? sent("title") : title}
      lead={isFreshSent ? <p role="status">{t("freshSent", { email })}</p> : lead}
    >
      {goTo ? (
        <ButtonLink href={goTo} variant="primary" size="lg" wide>
          {t("goIn")}
        </ButtonLink>
      ) : null}
      {told && !isFreshSent ? (
        <Callout tone="bad" announce>
          {told}
        </Callout>
      ) : null}
      {canRenew && !goTo && !isFreshSent ? (
        <form method="post" action="/api/access/fresh-invitation">
          <Hidden values={{ token }} />
          <SubmitButton size="lg" wide>
            {t("fresh")}
          </SubmitButton>
        </form>
      ) : null}
      {isFreshSent ? <MailboxLink email={email} className="self-center" /> : null}
      {signedInAs ? (
        <form method="post" action="/api/access/sign-out">
          <Hidden values={{ to: `/invitation?${new URLSearchParams({ token })}` }} />
          <SubmitButton variant="secondary" size="lg" wide>
            {t("signOut")}
          </SubmitButton>
        </form>
      ) : null}
      {mayAsk && !goTo ? <NotYou name={name} token={token} /> : null}
    </PublicFrame>
  );
}

function useWords({ state, email, invitedBy, canRenew, expiresAt }: Closed) {
  const t = useTranslations("access.invitation");
  const words = useDateWords();
  switch (state) {
    case "used":
      return { title: t("used"), lead: t("usedLead", { email }) };
    case "expired":
      return {
        title: t("expired"),
        lead: t("expiredLead", { email, date: words.day(expiresAt.toISOString().slice(0, 10)) }),
      };
    default:
      return canRenew
        ? { title: t("replaced"), lead: t("replacedLead", { email }) }
        : { title: t("revoked"), lead: t("revokedLead", { inviter: invitedBy }) };
  }
}
