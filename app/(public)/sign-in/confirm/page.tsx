import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { call } from "@/app/_trpc/server";
import { Hidden } from "../../_access/hidden";
import { lookUp } from "../../_access/look-up";
import { type Query, readQuery, toldBy } from "../../_access/told";
import { ToldNotice } from "../../_access/told-notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.signIn");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Behind an emailed link: looks, and does nothing until its button is pressed. */
export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const [t, link, told] = await Promise.all([getTranslations("access.confirm"), preview(query.token), toldBy(query)]);
  if (link.state !== "open") {
    const again = link.email ? `/sign-in?${new URLSearchParams({ email: link.email })}` : "/sign-in";
    return (
      <PublicFrame title={t(link.state)} lead={t(`${link.state}Lead`)}>
        <ButtonLink href={again} variant="primary" size="lg" wide>
          {t("new")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={<span className="wrap-anywhere">{t("title", { email: link.email ?? "" })}</span>}
      lead={t("lead")}
      footer={<p className="text-sm text-ink-2">{t("notYou")}</p>}
    >
      <ToldNotice told={told} />
      <form method="post" action="/api/access/confirm">
        <Hidden values={{ token: query.token }} />
        <SubmitButton size="lg" wide>
          {t("enter")}
        </SubmitButton>
      </form>
    </PublicFrame>
  );
}

async function preview(token = "") {
  const { access } = await call();
  return (await lookUp(access.previewSignIn({ token }))) ?? { state: "unknown" as const, email: null };
}
