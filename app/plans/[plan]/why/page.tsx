import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { Why } from "./_components/why";

export const generateMetadata = async () => ({ title: (await getTranslations("why"))("short") });

export default async function WhyPage({ params }: { params: Promise<{ plan: string }> }) {
  const { plan } = await params;
  const why = api.changeCase.read.queryOptions({ planId: plan });
  await getQueryClient().prefetchQuery(why);
  return (
    <Hydrate queries={[why]}>
      <ClientMessages namespaces={["why"]}>
        <PageBody>
          <Why />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
