import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { PLANS_AT_ONCE } from "@/server/domain/plan/schemas";
import { Plans } from "./_components/plans";
import { workspaceAt } from "./_components/workspace-at";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workspace.plans");
  return { title: t("title") };
}

export default async function PlansPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { id } = await workspaceAt((await params).workspace);
  const plans = api.plan.list.queryOptions({ workspaceId: id, most: PLANS_AT_ONCE });
  await getQueryClient().prefetchQuery(plans);
  return (
    <Hydrate queries={[plans]}>
      <ClientMessages namespaces={["workspace", "overview"]}>
        <PageBody>
          <Plans />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
