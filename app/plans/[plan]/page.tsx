import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { Overview } from "./_overview/overview";
import { recentEvents } from "./_overview/recent-events";

export default async function OverviewPage({ params }: { params: Promise<{ plan: string }> }) {
  const { plan } = await params;
  const why = api.changeCase.read.queryOptions({ planId: plan });
  const events = api.activity.list.queryOptions(recentEvents(plan));
  await Promise.all([getQueryClient().prefetchQuery(why), getQueryClient().prefetchQuery(events)]);
  return (
    <Hydrate queries={[why, events]}>
      <ClientMessages namespaces={["overview", "activity"]}>
        <PageBody>
          <Overview />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
