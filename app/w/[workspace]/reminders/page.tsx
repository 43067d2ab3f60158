import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { workspaceAt } from "../_components/workspace-at";
import { Cadences } from "./_components/cadences";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reminders.workspace");
  return { title: t("title") };
}

export default async function RemindersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { id } = await workspaceAt((await params).workspace, "reminders");
  const cadences = api.reminder.cadences.queryOptions({ workspaceId: id });
  await getQueryClient().prefetchQuery(cadences);
  return (
    <Hydrate queries={[cadences]}>
      <ClientMessages namespaces={["workspace", "reminders"]}>
        <PageBody>
          <Cadences />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
