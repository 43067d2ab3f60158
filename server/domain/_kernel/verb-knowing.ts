import { sql } from "drizzle-orm";
import type { z } from "zod";
import { proven } from "./actor";
import { now } from "./clock";
import { type Scene, type Verb, type VerbDefinition, verb } from "./verb";
import { type Tx, withinService } from "./within";

type Plan = { workspaceId: string; planId: string };
type Reading<K> = { ofNobody: K; read: (tx: Tx, plan: Plan, now: Date) => Promise<K> };
type Definition<K, I extends z.ZodType, O extends z.ZodType> = Omit<VerbDefinition<"plan", I, O>, "act"> & {
  act: (scene: Scene<"plan", z.output<I>>, known: K) => Promise<z.input<O>>;
};

/**
 * A verb in a plan that knows what only the service may read of the people on it. That is read before its own transaction opens:
 * holding two connections at once could use up the pool. For whoever is not let into the plan nothing is read.
 */
export function verbKnowing<K>({ ofNobody, read }: Reading<K>) {
  return <I extends z.ZodType, O extends z.ZodType>({ act, ...about }: Definition<K, I, O>): Verb<"plan", I, O> => ({
    ...about,
    async run(asker, given, mutationId) {
      const caller = await proven(asker);
      const { data } = about.input.safeParse(given);
      const { planId } = (data ?? {}) as { planId?: string };
      const known = caller.personId && planId ? await readAs(caller.personId, planId) : ofNobody;
      return verb({ ...about, act: (scene) => act(scene, known) }).run(caller, given, mutationId);
    },
  });

  function readAs(personId: string, planId: string): Promise<K> {
    return withinService(async (tx) => {
      const [seat] = await tx.execute<{ workspaceId: string }>(
        sql`select workspace_id as "workspaceId" from enter_plan(${personId}, ${planId})`,
      );
      return seat ? read(tx, { ...seat, planId }, now()) : ofNobody;
    });
  }
}
