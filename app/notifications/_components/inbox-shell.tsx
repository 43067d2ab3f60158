"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/shell/app-shell";
import { useTRPC } from "@/app/_trpc/client";
import { signOut } from "@/app/_trpc/sign-out";

/** The frame around what is no plan's. */
export function InboxShell({ children }: { children: ReactNode }) {
  const { data: self } = useSuspenseQuery(useTRPC().person.me.queryOptions({}));
  return (
    <AppShell
      person={{
        id: self.id,
        name: self.name ?? self.email,
        detail: self.title ?? (self.name ? self.email : undefined),
      }}
      signOut={signOut}
      counts={{ plans: self.plans.length }}
      workspaces={self.workspaces}
    >
      {children}
    </AppShell>
  );
}
