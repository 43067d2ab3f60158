import { expect, test } from "vitest";
import { editWorkspace, readWorkspace } from "@/server/domain/workspace";
import { useDatabase } from "../support/database";
import { aMember, aWorkspace } from "../support/factory";

useDatabase();

test("two who change a workspace at once both win on different things; on the same, the second is shown both", async () => {
  const { workspaceId, owner } = await aWorkspace({ name: "Acme", country: "DE" });
  const admin = await aMember(workspaceId, { role: "admin" });
  const base = { name: "Acme", country: "DE" };
  const edit = (who: { personId: string }, set: object, from: object = base) =>
    editWorkspace.run(who, { workspaceId, set, base: from });

  await edit(owner, { name: "Acme Scheduling" });
  await edit(admin, { country: "NL" });
  await expect(edit(admin, { name: "Acme Rotas" })).rejects.toMatchObject({
    code: "conflict",
    details: { conflicts: [{ field: "name", yours: "Acme Rotas", theirs: "Acme Scheduling" }] },
  });
  const { workspace } = await readWorkspace.run(owner, { workspaceId });
  expect(workspace).toMatchObject({ name: "Acme Scheduling", country: "NL" });

  expect(await edit(admin, { name: "Acme Rotas" }, { name: "Acme Scheduling" })).toMatchObject({ name: "Acme Rotas" });
});

test("what is changed at a workspace keeps its address", async () => {
  const { workspaceId, slug, owner } = await aWorkspace({ name: "Acme" });
  const edited = await editWorkspace.run(owner, { workspaceId, set: { name: "Zenith" }, base: { name: "Acme" } });
  expect(edited).toMatchObject({ name: "Zenith", slug });
});
