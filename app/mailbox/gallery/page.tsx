import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/app/_components/line/logo";
import { SkipLink } from "@/app/_components/shell/skip-link";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { ApiProvider } from "@/app/_trpc/client";
import { env } from "@/server/env";
import { Gallery } from "./_components/gallery";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailbox.gallery");
  return { title: t("title"), robots: { index: false } };
}

export const dynamic = "force-dynamic";

/** Every template with an example, for whoever writes mails. Only where mail stays in the mailbox. */
export default async function GalleryPage() {
  if (env.MAIL_TRANSPORT !== "mailbox") notFound();
  const t = await getTranslations("mailbox");
  return (
    <ApiProvider>
      <div className="mx-auto flex min-h-dvh w-full max-w-[1212px] flex-col px-5 pb-10 sm:px-10">
        <SkipLink />
        <header className="pt-4.5">
          <Link href="/" aria-label={t("home")} className="inline-flex min-h-6 items-center rounded-sm">
            <Logo />
          </Link>
        </header>
        <main id="content" tabIndex={-1} className="flex flex-1 flex-col pt-8 outline-none">
          <h1 className="text-2xl">{t("gallery.title")}</h1>
          <p className="mt-1.5 max-w-[68ch] text-ink-2">
            {t("gallery.lead")}{" "}
            <Link href="/mailbox" className="font-medium text-accent underline-offset-3 hover:underline">
              {t("gallery.mailbox")}
            </Link>
          </p>
          <ClientMessages namespaces={["mailbox"]}>
            <Gallery />
          </ClientMessages>
        </main>
      </div>
    </ApiProvider>
  );
}
