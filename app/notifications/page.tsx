import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { inboxPath } from "@/app/_components/shell/paths";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { ApiProvider } from "@/app/_trpc/client";
import { api, getQueryClient, Hydrate, orNotFound } from "@/app/_trpc/server";
import { Inbox } from "./_components/inbox";
import { InboxShell } from "./_components/inbox-shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

export default async function NotificationsPage() {
  const queries = getQueryClient();
  const me = api.person.me.queryOptions({});
  const list = api.notification.list.queryOptions({ limit: 50 });
  const pulse = api.notification.pulse.queryOptions({});
  await orNotFound(
    Promise.all([queries.fetchQuery(me), queries.fetchQuery(list), queries.fetchQuery(pulse)]),
    inboxPath,
  );
  return (
    <ApiProvider>
      <Hydrate queries={[me, list, pulse]}>
        <ClientMessages namespaces={["notifications"]}>
          <InboxShell>
            <Inbox />
          </InboxShell>
        </ClientMessages>
      </Hydrate>
    </ApiProvider>
  );
}
