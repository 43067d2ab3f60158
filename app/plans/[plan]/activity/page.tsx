import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { Activity } from "./_components/activity";

export const generateMetadata = async () => ({ title: (await getTranslations("activity"))("title") });

export default async function ActivityPage({ params }: { params: Promise<{ plan: string }> }) {
  const { plan } = await params;
  const events = api.activity.list.queryOptions({ planId: plan });
  await getQueryClient().prefetchQuery(events);
  return (
    <Hydrate queries={[events]}>
      <ClientMessages namespaces={["activity"]}>
        <PageBody>
          <Activity />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
