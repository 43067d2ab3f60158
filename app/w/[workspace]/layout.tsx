import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { ApiProvider } from "@/app/_trpc/client";
import { api, getQueryClient, Hydrate } from "@/app/_trpc/server";
import { WorkspaceShell } from "./_components/workspace-shell";

type WorkspaceParams = { params: Promise<{ workspace: string }> };

const readSelf = () =>
  getQueryClient()
    .fetchQuery(api.person.me.queryOptions({}))
    .catch(() => null);

export async function generateMetadata({ params }: WorkspaceParams): Promise<Metadata> {
  const { workspace: slug } = await params;
  const here = (await readSelf())?.workspaces.find((workspace) => workspace.slug === slug);
  return here ? { title: { default: here.name, template: `%s · ${here.name}` } } : {};
}

/** Who may not be here is sent away by the page, which knows where they wanted to go. */
export default async function WorkspaceLayout({ params, children }: WorkspaceParams & { children: ReactNode }) {
  const { workspace: slug } = await params;
  const self = await readSelf();
  if (!self?.workspaces.some((workspace) => workspace.slug === slug)) return children;
  return (
    <ApiProvider>
      <Hydrate queries={[api.person.me.queryOptions({})]}>
        <ClientMessages namespaces={["delivery"]}>
          <WorkspaceShell>{children}</WorkspaceShell>
        </ClientMessages>
      </Hydrate>
    </ApiProvider>
  );
}
