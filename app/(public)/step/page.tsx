import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_components/public-frame";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { call } from "@/app/_trpc/server";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { StepToConfirm } from "./_components/step-to-confirm";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.step");
  return { title: t("done"), referrer: "no-referrer", robots: { index: false } };
}

/** Behind "It's done" in a reminder: shows the step, and changes nothing until its button is pressed. */
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

  const over = t("over", { plan: found.planTitle, workspace: found.workspaceName });
  if (found.state === "done" || found.state === "dropped") {
    return (
      <PublicFrame
        over={over}
        title={<span className="wrap-anywhere">{found.title}</span>}
        lead={<p role="status">{found.state === "done" ? `${t("isDone")} ${t("isDoneLead")}` : t("isDropped")}</p>}
      >
        <ButtonLink href={planPath(found.planId)} size="lg" wide>
          {t("openPlan")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  return <StepToConfirm found={{ ...found, over }} token={token} told={query.error === "waits" ? null : told} />;
}
