import { eq } from "drizzle-orm";
import { workspace } from "@/db/schema";
import { mergeEdit, refused, verb } from "../_kernel";
import { EditWorkspace, Workspace } from "./schemas";

type WorkspaceRow = typeof workspace.$inferSelect;

/** Changes what the workspace is called, where it is at home, and how its mails and plans look. Its address stays, so that links keep working. */
export const editWorkspace = verb({
  name: "workspace.edit",
  scope: "workspace",
  kind: "mutation",
  input: EditWorkspace,
  output: Workspace,
  may: "workspace.edit",
  async act({ tx, input: { workspaceId, set, base } }) {
    const isThis = eq(workspace.id, workspaceId);
    const [row] = await tx.select().from(workspace).where(isThis).for("no key update");
    if (!row) throw refused("not_found");
    const changes = mergeEdit<WorkspaceRow, "name" | "country" | "accent" | "senderName">(row, base, set);
    if (Object.keys(changes).length === 0) return row;

    const [saved] = await tx.update(workspace).set(changes).where(isThis).returning();
    if (!saved) throw refused("not_found");
    return saved;
  },
});
