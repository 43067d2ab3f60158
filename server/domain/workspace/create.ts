import { eq } from "drizzle-orm";
import { member, person, workspace } from "@/db/schema";
import { become, newId, refused, type Tx, takePoint, verb } from "../_kernel";
import { CreateWorkspace, Workspace } from "./schemas";
import { slugOf } from "./slug";

const NAMED_TRIES = 9;

/** Founds a selling company's own place. Who founds it owns it. */
export const createWorkspace = verb({
  name: "workspace.create",
  scope: "person",
  kind: "mutation",
  input: CreateWorkspace,
  output: Workspace,
  may: "workspace.create",
  before: async ({ personId }) => {
    if (personId) await takePoint("workspace.person", personId);
  },
  async act({ tx, actor, input, now }) {
    const [founder] = await tx.select().from(person).where(eq(person.id, actor.personId));
    if (!founder) throw refused("not_signed_in");

    const workspaceId = newId();
    await become(tx, { kind: "system", job: "workspace.create", workspaceId, personId: actor.personId });
    const made = await insertUnderFreeSlug(tx, { id: workspaceId, ...input, createdAt: now });
    await tx.insert(member).values({
      workspaceId,
      id: newId(),
      personId: founder.id,
      email: founder.email,
      name: founder.name ?? nameFrom(founder.email),
      title: founder.title,
      role: "owner",
      joinedAt: now,
      createdAt: now,
    });
    return made;
  },
});

type NewWorkspace = { id: string; name: string; country: string; createdAt: Date };

/** Other tenants' addresses can't be looked at, only run into. */
async function insertUnderFreeSlug(tx: Tx, given: NewWorkspace) {
  const wanted = slugOf(given.name) || "workspace";
  for (let number = 1; number <= NAMED_TRIES + 1; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number <= NAMED_TRIES ? number : given.id.slice(-12)}`;
    const [made] = await tx
      .insert(workspace)
      .values({ ...given, slug })
      .onConflictDoNothing()
      .returning();
    if (made) return made;
  }
  throw new Error("no free address for a workspace");
}

/** Until they say their name: "lena.marsh@acme.test" is Lena Marsh to colleagues. */
const nameFrom = (email: string) =>
  (email.split("@")[0] ?? email)
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ") || email;
