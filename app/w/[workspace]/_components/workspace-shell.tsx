"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/shell/app-shell";
import { signOut } from "@/app/_trpc/sign-out";
import { useOwnTimeZone } from "@/app/_trpc/use-own-time-zone";
import { MailPaused } from "./mail-paused";
import { useWorkspace } from "./use-workspace";

/** The frame of a supplier's own place. */
export function WorkspaceShell({ children }: { children: ReactNode }) {
  const role = useTranslations("common.workspaceRole");
  const { self, workspace } = useWorkspace();
  useOwnTimeZone(self.timeZone);
  return (
    <AppShell
      person={{ id: self.id, name: self.name ?? self.email, detail: `${workspace.name} · ${role(workspace.role)}` }}
      signOut={signOut}
      counts={{ plans: self.plans.length }}
      workspaces={self.workspaces}
    >
      <MailPaused />
      {children}
    </AppShell>
  );
}
