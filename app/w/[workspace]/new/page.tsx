import type { Metadata } from "next";
import { getLocale, getNow, getTimeZone, getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { localMoment } from "@/app/_components/ui/plain-date";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { currenciesIn, payingCountriesIn } from "@/app/_i18n/currencies";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { workspaceAt } from "../_components/workspace-at";
import { NewPlan } from "./_components/new-plan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newPlan");
  return { title: t("title") };
}

export default async function NewPlanPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { id: workspaceId } = await workspaceAt((await params).workspace, "new");
  const queries = getQueryClient();
  const allTemplates = api.template.list.queryOptions({ workspaceId });
  const workspace = api.workspace.read.queryOptions({ workspaceId });
  const [t, locale, now, timeZone, templates, here] = await Promise.all([
    getTranslations("newPlan.preview"),
    getLocale(),
    getNow(),
    getTimeZone(),
    queries.fetchQuery(allTemplates),
    queries.fetchQuery(workspace),
  ]);
  const today = localMoment(now, timeZone).date;
  const first = {
    templateKey: templates[0]?.key ?? null,
    anchor: "start" as const,
    anchorDate: today,
    country: here.workspace.country,
  };
  const customerName = t("theCustomer");
  const preview = api.plan.preview.queryOptions({ workspaceId, ...first, customerName });
  await queries.prefetchQuery(preview);
  return (
    <Hydrate queries={[allTemplates, workspace, preview]}>
      <ClientMessages namespaces={["newPlan"]}>
        <PageBody>
          <NewPlan
            first={first}
            today={today}
            countries={payingCountriesIn(locale)}
            currencies={currenciesIn(locale)}
          />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
