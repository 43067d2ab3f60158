import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { DecisionScreen } from "./_components/decision-screen";

export const generateMetadata = async () => ({ title: (await getTranslations("decision"))("short") });

export default async function DecisionPage({ params }: { params: Promise<{ plan: string }> }) {
  const { plan } = await params;
  const decision = api.decision.read.queryOptions({ planId: plan });
  await getQueryClient().prefetchQuery(decision);
  return (
    <Hydrate queries={[decision]}>
      <ClientMessages namespaces={["decision"]}>
        <PageBody>
          <DecisionScreen />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
