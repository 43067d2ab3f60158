import { sql } from "drizzle-orm";
import { person } from "@/db/schema";
import { newId, type Tx } from "../_kernel";

type Proved = { email: string; name?: string | null; now: Date };

/** The one person of an address that was just proved, made if there is none. A name they have is kept. */
export async function ensurePerson(tx: Tx, { email, name, now }: Proved) {
  const [found] = await tx
    .insert(person)
    .values({ id: newId(), email, name, emailVerified: now, createdAt: now })
    .onConflictDoUpdate({
      target: person.email,
      set: {
        emailVerified: sql`coalesce(${person.emailVerified}, excluded.email_verified)`,
        name: sql`coalesce(${person.name}, excluded.name)`,
      },
    })
    .returning({ id: person.id, email: person.email, name: person.name });
  if (!found) throw new Error("an upserted person was not returned");
  return found;
}
