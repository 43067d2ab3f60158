import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { mayOnPlan } from "@/server/domain/_kernel/permissions";
import { MailToCome } from "./_components/mail-to-come";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reminders.plan");
  return { title: t("title") };
}

export default async function RemindersPage({ params }: { params: Promise<{ plan: string }> }) {
  const { plan: planId } = await params;
  const queries = getQueryClient();
  const view = await queries.fetchQuery(api.plan.read.queryOptions({ planId }));
  if (!mayOnPlan(view.me, "reminder.manage")) notFound();
  const preview = api.reminder.preview.queryOptions({ planId });
  await queries.prefetchQuery(preview);
  return (
    <Hydrate queries={[preview]}>
      <ClientMessages namespaces={["reminders"]}>
        <PageBody>
          <MailToCome />
        </PageBody>
      </ClientMessages>
    </Hydrate>
  );
}
