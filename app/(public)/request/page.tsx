import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { call } from "@/app/_trpc/server";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { RequestToAnswer } from "./_components/request-to-answer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.request");
  return { title: t("metaTitle"), referrer: "no-referrer", robots: { index: false } };
}

/** Behind the mail about somebody who asks to join: shows who, and answers nothing until one of its buttons is pressed. */
export default async function RequestPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const { token = "" } = query;
  const { access } = await call();
  const [t, found, told] = await Promise.all([
    getTranslations("access.request"),
    lookUp(access.previewAccessRequest({ token })),
    toldBy(query),
  ]);
  if (!found || found.state === "gone") {
    return (
      <PublicFrame title={t("gone")} lead={t("goneLead")}>
        <ButtonLink href="/plans" size="lg" wide>
          {t("home")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  return <RequestToAnswer found={found} token={token} told={told} />;
}
