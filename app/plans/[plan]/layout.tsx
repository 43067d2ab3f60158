import type { Metadata } from "next";
import type { ReactNode } from "react";
import { planPath } from "@/app/_components/shell/paths";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Accented } from "@/app/_look/accented";
import { ApiProvider } from "@/app/_trpc/client";
import { api, getQueryClient, Hydrate, orNotFound } from "@/app/_trpc/server";
import { PlanShell } from "./_components/plan-shell";

type PlanParams = { params: Promise<{ plan: string }> };

const readPlan = (planId: string) =>
  orNotFound(getQueryClient().fetchQuery(api.plan.read.queryOptions({ planId })), planPath(planId));

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await readPlan((await params).plan);
  return { title: { default: plan.title, template: `%s · ${plan.title}` } };
}

export default async function PlanLayout({ params, children }: PlanParams & { children: ReactNode }) {
  const { plan } = await params;
  const me = api.person.me.queryOptions({});
  const [{ accent }] = await Promise.all([readPlan(plan), getQueryClient().prefetchQuery(me)]);
  return (
    <ApiProvider>
      <Hydrate queries={[api.plan.read.queryOptions({ planId: plan }), me]}>
        <ClientMessages namespaces={["plan"]}>
          <Accented accent={accent}>
            <PlanShell>{children}</PlanShell>
          </Accented>
        </ClientMessages>
      </Hydrate>
    </ApiProvider>
  );
}
