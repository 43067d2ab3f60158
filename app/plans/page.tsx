import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { homePath } from "@/app/_components/shell/paths";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { countriesIn, likelyCountry } from "@/app/_i18n/countries";
import { ApiProvider } from "@/app/_trpc/client";
import { api, getQueryClient, Hydrate, orNotFound } from "@/app/_trpc/server";
import { FirstWorkspace } from "./_home/first-workspace";
import { Home } from "./_home/home";
import { HomeShell } from "./_home/home-shell";
import { nameLaterCookie } from "./_home/name-later";
import { othersShown } from "./_home/step-groups";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default async function HomePage() {
  const queries = getQueryClient();
  const me = api.person.me.queryOptions({});
  const everything = api.person.home.queryOptions({});
  // So that the stream's first word on a home that is as it was drawn changes nothing.
  const pulse = api.notification.pulse.queryOptions({});
  const [self, home] = await orNotFound(
    Promise.all([queries.fetchQuery(me), queries.fetchQuery(everything), queries.fetchQuery(pulse)]),
    homePath,
  );
  const isNew = self.workspaces.length === 0 && home.plans.length === 0;
  const others = home.mine.length > 0 ? [] : home.plans.slice(0, othersShown);
  const plans = others.map(({ id }) => api.plan.read.queryOptions({ planId: id }));
  await Promise.all(plans.map((plan) => queries.prefetchQuery(plan)));
  const [locale, asked, jar] = await Promise.all([getLocale(), headers(), cookies()]);
  return (
    <ApiProvider>
      <Hydrate queries={[me, everything, pulse, ...plans]}>
        <ClientMessages namespaces={["home", "plan", "reminders"]}>
          <HomeShell>
            {isNew ? (
              <FirstWorkspace countries={countriesIn(locale)} likely={likelyCountry(asked.get("accept-language"))} />
            ) : (
              <Home asksName={!jar.has(nameLaterCookie)} />
            )}
          </HomeShell>
        </ClientMessages>
      </Hydrate>
    </ApiProvider>
  );
}
