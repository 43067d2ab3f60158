"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/shell/app-shell";
import { useTRPC } from "@/app/_trpc/client";
import { LivePlan, useIsGone, usePresenceBeat } from "@/app/_trpc/live";
import { signOut } from "@/app/_trpc/sign-out";
import { useOwnTimeZone } from "@/app/_trpc/use-own-time-zone";
import { GoneNotice } from "./gone-notice";
import { isOpenRole } from "./people";
import { ShownPlan, usePlanId, useReadPlan } from "./use-plan";

/** The frame of all of a plan's sections: the rail with counts that follow the plan, live updates, presence. */
export function PlanShell({ children }: { children: ReactNode }) {
  return (
    <LivePlan planId={usePlanId()}>
      <Frame>{children}</Frame>
    </LivePlan>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const isGone = useIsGone();
  return isGone ? <GoneNotice /> : <Present>{children}</Present>;
}

function Present({ children }: { children: ReactNode }) {
  const t = useTranslations("common.planRole");
  const view = useReadPlan();
  const { plan, me, steps, participants } = view;
  const { data: self } = useSuspenseQuery(useTRPC().person.me.queryOptions({}));
  usePresenceBeat(plan.id);
  useOwnTimeZone(self.timeZone);

  const counted = steps.filter(({ status }) => status !== "dropped");
  const done = counted.filter(({ status }) => status === "done").length;
  const people = participants.filter((person) => !isOpenRole(person)).length;
  const company = me.side === "buyer" ? plan.customerName : plan.supplierName;
  return (
    <AppShell
      person={{ id: me.participantId ?? self.id, name: self.name ?? self.email, detail: `${company} · ${t(me.role)}` }}
      signOut={signOut}
      counts={{ plans: self.plans.length }}
      plan={{
        id: plan.id,
        title: plan.title,
        counts: { steps: counted.length > 0 ? `${done} / ${counted.length}` : undefined, people },
      }}
      workspaces={self.workspaces}
    >
      <ShownPlan value={view}>{children}</ShownPlan>
    </AppShell>
  );
}
