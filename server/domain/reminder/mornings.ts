import { sql } from "drizzle-orm";
import type { z } from "zod";
import { proven, type Scene, type Verb, verb, withinService } from "../_kernel";
import type { VerbDefinition } from "../_kernel/verb";

/** When somebody's day begins, and whether they want reminders: what only the service may read of a person. */
export type Morning = { timeZone: string | null; email: string; wantsReminders: boolean };
export type Mornings = ReadonlyMap<string, Morning>;

type Act<I, O> = (scene: Scene<"plan", I>, mornings: Mornings) => Promise<O>;
type Definition<I extends z.ZodType, O extends z.ZodType> = Omit<VerbDefinition<"plan", I, O>, "act"> & {
  act: Act<z.output<I>, z.input<O>>;
};

/**
 * A verb in a plan that knows the mornings of the people on it. They are read before its own transaction opens: holding two
 * connections at once could use up the pool.
 */
export function verbWithMornings<I extends z.ZodType, O extends z.ZodType>({
  act,
  ...about
}: Definition<I, O>): Verb<"plan", I, O> {
  return {
    ...about,
    async run(asker, given, mutationId) {
      const caller = await proven(asker);
      const { data } = about.input.safeParse(given);
      const { planId } = (data ?? {}) as { planId?: string };
      const mornings = caller.personId && planId ? await morningsOf(caller.personId, planId) : new Map();
      return verb({ ...about, act: (scene) => act(scene, mornings) }).run(caller, given, mutationId);
    },
  };
}

/** Of everybody on a plan, if whoever asks is let into it; of nobody otherwise. */
const morningsOf = (personId: string, planId: string): Promise<Mornings> =>
  withinService(async (tx) => {
    const seats = await tx.execute(sql`select 1 from enter_plan(${personId}, ${planId})`);
    if (seats.length === 0) return new Map();
    const rows = await tx.execute<Morning & { participantId: string }>(sql`
      select a.participant_id as "participantId", h.email, h.time_zone as "timeZone", coalesce(c.reminders, true) as "wantsReminders"
        from participation a join person h on h.id = a.person_id
        left join mail_preference c on c.workspace_id = a.workspace_id and c.person_id = a.person_id
        where a.plan_id = ${planId}`);
    return new Map(rows.map(({ participantId, ...morning }) => [participantId, morning]));
  });
