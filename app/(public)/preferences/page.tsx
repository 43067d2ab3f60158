import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { call } from "@/app/_trpc/server";
import { lookUp } from "../_access/look-up";
import { type Query, readQuery, toldBy } from "../_access/told";
import { UnknownLink } from "../_access/unknown-link";
import { OwnPreferences } from "./_components/own-preferences";
import { PreferencesFromMail } from "./_components/preferences-from-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("preferences");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** From a mail's link: one workspace's mails, without signing in. Signed in: everything that is one's own to choose. */
export default async function PreferencesPage({ searchParams }: { searchParams: Query }) {
  const query = await readQuery(searchParams);
  const told = await toldBy(query);
  const { access, feed, notification, person } = await call();
  if (query.token) {
    const chosen = await lookUp(access.readPreferences({ token: query.token }));
    if (chosen?.state !== "open") return <UnknownLink isExpired={chosen?.state === "expired"} />;
    return <PreferencesFromMail chosen={chosen} token={query.token} isSaved={query.saved === "1"} told={told} />;
  }

  const self = await lookUp(person.me({}));
  if (!self) redirect("/sign-in?to=/preferences");
  const [mails, choices, sessions, feeds] = await Promise.all([
    person.mailPreferences({}),
    notification.choices({}),
    person.sessions({}),
    feed.list({}),
  ]);
  return (
    <ClientMessages namespaces={["calendar"]}>
      <OwnPreferences
        self={self}
        mails={mails}
        choices={choices}
        sessions={sessions}
        feeds={feeds}
        saved={query.saved ?? null}
        told={told}
      />
    </ClientMessages>
  );
}
