import Link from "next/link";
import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { Callout } from "@/app/_components/ui/callout";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { InvitationPreview } from "@/server/domain/access/schemas";
import { Hidden } from "../../_access/hidden";
import { quietLink } from "../../_access/quiet-link";

type Known = Exclude<InvitationPreview, { state: "unknown" }>;
type ForAnotherProps = {
  found: Known;
  token: string;
  typed: { name?: string; email?: string; why?: string; error?: string; field?: string };
  told: string | null;
};

/** What can be wrong with the address alone: said beside it, not at the top of a page that is longer than a phone. */
const addressFaults = ["one_address_only", "plain_address_only", "address_too_long", "not_an_address"] as const;

/** For whoever came by a link that was handed on: prove that the invited mailbox is yours, or ask for a place of your own. */
export function ForAnother({ found, token, typed, told }: ForAnotherProps) {
  const t = useTranslations("access.another");
  const invitation = useTranslations("access.invitation");
  const { email, name, invitedBy, inviterCompany, signedInAs, mayAsk, state } = found;
  const isOpen = state === "open" || state === "other_person";
  const isOfAddress = typed.error === "invalid" && addressFaults.some((fault) => fault === typed.field) && !signedInAs;
  const again = `/invitation?${new URLSearchParams({ token })}`;
  return (
    <PublicFrame
      over={invitation("over", { inviter: invitedBy, company: inviterCompany })}
      title={t("title", { name: name ?? "none" })}
      lead={
        <span className="wrap-anywhere">
          {signedInAs ? t("leadSignedIn", { email, signedInAs }) : t("lead", { email })}
        </span>
      }
      footer={
        signedInAs ? (
          <form method="post" action="/api/access/sign-out">
            <Hidden values={{ to: again }} />
            <button type="submit" className={quietLink}>
              {invitation("signOut")}
            </button>
          </form>
        ) : isOpen ? (
          <Link href={again} className={quietLink}>
            {invitation("back")}
          </Link>
        ) : null
      }
    >
      {told && !isOfAddress ? (
        <Callout tone="bad" announce>
          {told}
        </Callout>
      ) : null}
      {isOpen ? (
        <section aria-labelledby="yours" className="border-t border-line pt-5">
          <h2 id="yours" className="text-base font-semibold">
            {t("yours")}
          </h2>
          <p className="mt-1 mb-4 text-sm text-ink-2">{t("yoursLead")}</p>
          <form method="post" action="/api/access/invitation-code">
            <Hidden values={{ token }} />
            <SubmitButton variant="secondary" size="lg" wide>
              {t("send")}
            </SubmitButton>
          </form>
        </section>
      ) : null}
      {mayAsk ? (
        <AskToJoin token={token} typed={typed} signedInAs={signedInAs} fault={isOfAddress ? told : null} />
      ) : null}
    </PublicFrame>
  );
}

function AskToJoin({
  token,
  typed,
  signedInAs,
  fault,
}: Pick<ForAnotherProps, "token" | "typed"> & { signedInAs: string | null; fault: string | null }) {
  const t = useTranslations("access.another");
  return (
    <section aria-labelledby="own" className="mt-2 border-t border-line pt-5">
      <h2 id="own" className="text-base font-semibold">
        {t("own")}
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-2">{t("ownLead")}</p>
      <form method="post" action="/api/access/request-access" className="flex flex-col gap-4">
        <Hidden values={{ token }} />
        <Field label={t("name")} required>
          {(control) => (
            <Input
              {...control}
              name="name"
              maxLength={120}
              autoComplete="name"
              defaultValue={typed.name}
              className="h-12"
            />
          )}
        </Field>
        {signedInAs ? (
          <p className="text-sm wrap-anywhere text-ink-2">{t("asAddress", { email: signedInAs })}</p>
        ) : (
          <Field label={t("email")} error={fault} required>
            {(control) => (
              <Input
                {...control}
                autoFocus={fault !== null}
                type="text"
                inputMode="email"
                name="email"
                autoComplete="email"
                autoCapitalize="none"
                spellCheck={false}
                defaultValue={typed.email}
                className="h-12"
              />
            )}
          </Field>
        )}
        <Field label={t("why")} hint={t("whyHint")} required>
          {(control) => <Input {...control} name="why" maxLength={300} defaultValue={typed.why} className="h-12" />}
        </Field>
        <SubmitButton size="lg" wide>
          {t("ask")}
        </SubmitButton>
      </form>
    </section>
  );
}
