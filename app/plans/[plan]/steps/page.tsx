import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Steps } from "./_components/steps";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.section");
  return { title: t("steps") };
}

export default function StepsPage() {
  return (
    <ClientMessages namespaces={["steps", "calendar", "reminders"]}>
      <Steps />
    </ClientMessages>
  );
}
