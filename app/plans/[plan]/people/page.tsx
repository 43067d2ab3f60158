import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBody } from "@/app/_components/shell/page-body";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { People } from "./_components/people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

/** Everything here is in the plan itself, which the layout has read. */
export default function PeoplePage() {
  return (
    <ClientMessages namespaces={["plan", "people"]}>
      <PageBody>
        <People />
      </PageBody>
    </ClientMessages>
  );
}
