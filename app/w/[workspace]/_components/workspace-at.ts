import "server-only";
import { notFound } from "next/navigation";
import { workspacePath } from "@/app/_components/shell/paths";
import { api, getQueryClient, orNotFound } from "@/app/_trpc/server";

/** The reader's own workspace under this address. One that they are no member of looks like one that does not exist. */
export async function workspaceAt(slug: string, place?: "members" | "new" | "reminders") {
  const self = await orNotFound(
    getQueryClient().fetchQuery(api.person.me.queryOptions({})),
    workspacePath(slug, place),
  );
  return self.workspaces.find((workspace) => workspace.slug === slug) ?? notFound();
}
