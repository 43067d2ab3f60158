import { and, eq } from "drizzle-orm";
import superjson from "superjson";
import { mutation } from "@/db/schema";
import { refused } from "./refusal";
import type { Tx } from "./within";

type Attempt = { personId: string; mutationId: string; verb: string };

/**
 * Applies a mutation once, however often the client sends it. The id's row is taken first: a second try that overlaps waits
 * for the first to end and then gets its answer; a try that was refused leaves no trace.
 */
export async function onceOnly<T>(tx: Tx, attempt: Attempt, perform: () => Promise<T>): Promise<T> {
  const key = and(eq(mutation.personId, attempt.personId), eq(mutation.id, attempt.mutationId));
  const taken = await tx
    .insert(mutation)
    .values({ personId: attempt.personId, id: attempt.mutationId, verb: attempt.verb })
    .onConflictDoNothing()
    .returning({ id: mutation.id });

  if (taken.length === 0) {
    const [known] = await tx.select().from(mutation).where(key);
    if (known?.verb !== attempt.verb) throw refused("invalid", { fields: { mutationId: "used_otherwise" } });
    return superjson.deserialize(known.answer as Parameters<typeof superjson.deserialize>[0]);
  }

  const answer = await perform();
  await tx
    .update(mutation)
    .set({ answer: superjson.serialize(answer) })
    .where(key);
  return answer;
}
