import { sql } from "drizzle-orm";
import { type Tx, verbKnowing } from "../_kernel";

/** When somebody's day begins, and whether they want reminders: what only the service may read of a person. */
export type Morning = { timeZone: string | null; email: string; wantsReminders: boolean };
export type Mornings = ReadonlyMap<string, Morning>;

/** Of everybody on a plan. */
export async function morningsOf(tx: Tx, { planId }: { planId: string }): Promise<Mornings> {
  const rows = await tx.execute<Morning & { participantId: string }>(sql`
    select a.participant_id as "participantId", h.email, h.time_zone as "timeZone", coalesce(c.reminders, true) as "wantsReminders"
      from participation a join person h on h.id = a.person_id
      left join mail_preference c on c.workspace_id = a.workspace_id and c.person_id = a.person_id
      where a.plan_id = ${planId}`);
  return new Map(rows.map(({ participantId, ...morning }) => [participantId, morning]));
}

/** A verb in a plan that knows the mornings of the people on it. */
export const verbWithMornings = verbKnowing<Mornings>({ ofNobody: new Map(), read: morningsOf });
