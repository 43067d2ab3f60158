import "@fontsource-variable/source-serif-4/wght.css";
import "./globals.css";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EarlyActs } from "./_components/early-acts/early-acts";
import { TakeOver } from "./_components/early-acts/take-over";
import { TimeZoneCookie } from "./_components/time-zone-cookie";
import { Toaster } from "./_components/ui/toast";
import { ClientMessages } from "./_i18n/client-messages";
import { themeCookie } from "./_i18n/locales";

const everywhere = ["common", "shell", "errors", "dates"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("tagline"),
    applicationName: t("product"),
    manifest: "/manifest.webmanifest",
    icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" }, apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#161512" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, timeZone, jar] = await Promise.all([getLocale(), getTimeZone(), cookies()]);
  const theme = jar.get(themeCookie)?.value;
  return (
    <html
      lang={locale}
      className={GeistSans.variable}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      suppressHydrationWarning
    >
      <body>
        <EarlyActs />
        <ClientMessages namespaces={everywhere}>
          {children}
          <Toaster />
        </ClientMessages>
        <TimeZoneCookie rendered={timeZone} />
        <TakeOver />
      </body>
    </html>
  );
}
