"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/shell/app-shell";
import { useTRPC } from "@/app/_trpc/client";
import { signOut } from "@/app/_trpc/sign-out";
import { useOwnTimeZone } from "@/app/_trpc/use-own-time-zone";
import { useHome } from "./use-home";

/** The frame around the home, which is no plan's: its counts follow what is done here. */
export function HomeShell({ children }: { children: ReactNode }) {
  const { data: self } = useSuspenseQuery(useTRPC().person.me.queryOptions({}));
  const { mine, plans } = useHome();
  useOwnTimeZone(self.timeZone);
  return (
    <AppShell
      person={{
        id: self.id,
        name: self.name ?? self.email,
        detail: self.title ?? (self.name ? self.email : undefined),
      }}
      signOut={signOut}
      counts={{ nextSteps: mine.length, plans: plans.length }}
      workspaces={self.workspaces}
    >
      {children}
    </AppShell>
  );
}
