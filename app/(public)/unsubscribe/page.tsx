import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { call } from "@/app/_trpc/server";
import { Hidden } from "../_access/hidden";
import { inOnePiece } from "../_access/in-one-piece";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { ToldNotice } from "../_access/told-notice";
import { UnknownLink } from "../_access/unknown-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preferences.unsubscribe");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Behind a mail's unsubscribe link, where the mail program shows it instead of acting: ends that kind of mail by a button. */
export default async function UnsubscribePage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const { token = "" } = query;
  const { access } = await call();
  const [t, found, told] = await Promise.all([
    getTranslations("preferences.unsubscribe"),
    lookUp(access.previewUnsubscribe({ token })),
    toldBy(query),
  ]);
  if (!found) return <UnknownLink />;
  const { from, workspaceName: workspace, email, isEnded } = found;
  const plan = found.planTitle ?? "";
  return (
    <PublicFrame
      title={<span className="wrap-anywhere">{t(isEnded ? "ended" : "ask", { from, workspace, plan })}</span>}
      lead={
        <p role={isEnded ? "status" : undefined} className="wrap-anywhere">
          {t("lead", { email: inOnePiece(email) })}
        </p>
      }
      footer={<p className="text-sm text-ink-2">{t("others")}</p>}
    >
      <ToldNotice told={told} />
      {isEnded ? null : (
        <form method="post" action="/api/access/end-mails">
          <Hidden values={{ token }} />
          <SubmitButton size="lg" wide>
            {t("end")}
          </SubmitButton>
        </form>
      )}
      <ButtonLink href="/sign-in?to=/preferences" variant={isEnded ? "primary" : "ghost"} size="lg" wide>
        {t("choose")}
      </ButtonLink>
    </PublicFrame>
  );
}
