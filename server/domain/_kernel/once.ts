import { sql } from "drizzle-orm";
import superjson from "superjson";
import { given, statement } from "@/db/statement";
import { refused } from "./refusal";
import { sent, type Tx } from "./within";

type Attempt = { personId: string; mutationId: string; verb: string };
type Known = { verb: string; answer: Parameters<typeof superjson.deserialize>[0] };

const key = sql`person_id = ${given("personId")} and id = ${given("mutationId")}`;
const take = statement(sql`insert into mutation (person_id, id, verb)
  values (${given("personId")}, ${given("mutationId")}, ${given("verb")}) on conflict do nothing returning id`);
const look = statement<Known>(sql`select verb, answer from mutation where ${key}`);
const keep = statement(sql`update mutation set answer = ${given("answer")}::text::jsonb where ${key}`);

/**
 * Applies a mutation once, however often the client sends it. A second try that overlaps waits at the id's row for the first to
 * end and then gets its answer; a try that was refused leaves no trace.
 */
export async function onceOnly<T>(tx: Tx, attempt: Attempt, perform: () => Promise<T>): Promise<T> {
  const taken = await take(tx, attempt);
  if (taken.length === 0) {
    const [known] = await look(tx, attempt);
    if (known?.verb !== attempt.verb) throw refused("invalid", { fields: { mutationId: "used_otherwise" } });
    return superjson.deserialize(known.answer);
  }

  const answer = await perform();
  sent(tx, keep(tx, { ...attempt, answer: JSON.stringify(superjson.serialize(answer)) }));
  return answer;
}
