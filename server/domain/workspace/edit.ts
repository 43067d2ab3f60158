import { eq } from "drizzle-orm";
import { workspace } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { EditWorkspace, Workspace } from "./schemas";

/** Changes what the workspace is called and where it is at home. Its address stays, so that links keep working. */
export const editWorkspace = verb({
  name: "workspace.edit",
  scope: "workspace",
  kind: "mutation",
  input: EditWorkspace,
  output: Workspace,
  may: "workspace.edit",
  async act({ tx, input: { workspaceId, name, country } }) {
    const [saved] = await tx.update(workspace).set({ name, country }).where(eq(workspace.id, workspaceId)).returning();
    if (!saved) throw refused("not_found");
    return saved;
  },
});
