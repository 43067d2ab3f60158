import { eq } from "drizzle-orm";
import { person, workspace } from "@/db/schema";
import { become, refused, type Tx } from "../_kernel";

/** Whom a workspace mails; the rest of the transaction is confined to that workspace. */
export async function mailReader(tx: Tx, { workspaceId, personId }: { workspaceId: string; personId: string }) {
  await become(tx, { kind: "system", job: "preferences", workspaceId });
  const [[reader], [home]] = await Promise.all([
    tx.select({ email: person.email }).from(person).where(eq(person.id, personId)),
    tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, workspaceId)),
  ]);
  if (!reader || !home) throw refused("not_found");
  return { workspaceId, personId, email: reader.email, workspaceName: home.name };
}

export type MailReader = Awaited<ReturnType<typeof mailReader>>;
