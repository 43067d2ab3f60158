import { sql } from "drizzle-orm";
import type { Tx } from "../domain/_kernel";
import type { QueuedMail } from "./claim";
import type { WorkspaceLook } from "./render";

/** What the workspaces of these mails have chosen for their look, in one query; most have chosen nothing. */
export async function looksOf(tx: Tx, mails: QueuedMail[]): Promise<Map<string | null, WorkspaceLook>> {
  const workspaceIds = [...new Set(mails.flatMap(({ workspaceId }) => workspaceId ?? []))];
  if (workspaceIds.length === 0) return new Map();
  const rows = await tx.execute<{ workspace_id: string } & WorkspaceLook>(
    sql`select * from workspace_looks(${sql.param(workspaceIds)}::uuid[])`,
  );
  return new Map(rows.map(({ workspace_id, name, accent }) => [workspace_id, { name, accent }]));
}
