import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { countriesIn } from "@/app/_i18n/countries";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { may, workspaceStanding } from "@/server/domain/_kernel/permissions";
import { workspaceAt } from "../_components/workspace-at";
import { Members } from "./_components/members";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workspace.members");
  return { title: t("title") };
}

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { id, role } = await workspaceAt((await params).workspace, "members");
  const workspace = api.workspace.read.queryOptions({ workspaceId: id });
  await getQueryClient().prefetchQuery(workspace);
  const mayEdit = may(workspaceStanding(role), "workspace.edit");
  return (
    <Hydrate queries={[workspace]}>
      <ClientMessages namespaces={["workspace"]}>
        <PageBody>
          <Members countries={mayEdit ? countriesIn(await getLocale()) : []} />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
