import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { ButtonLink } from "@/app/_components/ui/button";
import { call } from "@/app/_trpc/server";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { OverStep } from "./_components/over-step";
import { StepToDo } from "./_components/step-to-do";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.step");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** Behind the links of a reminder: shows the step and the one thing that the link is for, and does nothing until a button is pressed. */
export default async function StepPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const { token = "" } = query;
  const { access } = await call();
  const [t, found, told] = await Promise.all([
    getTranslations("access.step"),
    lookUp(access.previewStepLink({ token })),
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
  if (found.state === "open" || found.state === "waits") {
    return <StepToDo found={found} token={token} query={query} told={query.error === "waits" ? null : told} />;
  }
  return <OverStep found={found} token={token} />;
}
