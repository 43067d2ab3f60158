import { owner } from "./database";

export type Told = { kind: string; zone: string; seq: number; before: unknown; after: unknown };

/** The plan's history as it stands, in the order of its streams. */
export async function eventsOf(planId: string): Promise<Told[]> {
  const rows = await owner()<Told[]>`
    select kind, zone, seq::int, before, after from event where plan_id = ${planId} order by at, zone, seq`;
  return [...rows];
}
