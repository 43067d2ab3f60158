import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { People } from "./_components/people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

/** People are in the plan itself, which the layout has read; who asks to join is for those only who may answer. */
export default async function PeoplePage({ params }: { params: Promise<{ plan: string }> }) {
  const { plan: planId } = await params;
  const requests = api.accessRequest.list.queryOptions({ planId });
  await getQueryClient().prefetchQuery(requests);
  return (
    <Hydrate queries={[]} extras={[requests]}>
      <ClientMessages namespaces={["people", "reminders", "delivery"]}>
        <PageBody>
          <People />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
