import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/app/_components/line/logo";
import { SkipLink } from "@/app/_components/shell/skip-link";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { ApiProvider } from "@/app/_trpc/client";
import { api, getQueryClient, Hydrate, orNotFound } from "@/app/_trpc/server";
import { Mailbox } from "./_components/mailbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox");
  return { title: t("title"), robots: { index: false } };
}

export default async function MailboxPage() {
  const t = await getTranslations("mailbox");
  const mails = api.mailbox.list.queryOptions({ limit: 100 });
  await orNotFound(getQueryClient().fetchQuery(mails), "/mailbox");
  return (
    <ApiProvider>
      <Hydrate queries={[mails]}>
        <div className="mx-auto flex min-h-dvh w-full max-w-[1212px] flex-col px-5 pb-10 sm:px-10">
          <SkipLink />
          <header className="pt-4.5">
            <Link href="/" aria-label={t("home")} className="inline-flex min-h-6 items-center rounded-sm">
              <Logo />
            </Link>
          </header>
          <main id="content" tabIndex={-1} className="flex flex-1 flex-col pt-8 outline-none">
            <h1 className="text-2xl">{t("title")}</h1>
            <p className="mt-1.5 max-w-[68ch] text-ink-2">
              {t("lead")}{" "}
              <Link href="/mailbox/gallery" className="font-medium text-accent underline-offset-3 hover:underline">
                {t("gallery.open")}
              </Link>
            </p>
            <ClientMessages namespaces={["mailbox"]}>
              <Mailbox />
            </ClientMessages>
          </main>
        </div>
      </Hydrate>
    </ApiProvider>
  );
}
