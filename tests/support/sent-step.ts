import { sql } from "drizzle-orm";
import { beforeEach, expect } from "vitest";
import { step } from "@/db/schema";
import { type Tx, withinPlan } from "@/server/domain/_kernel";
import { owner } from "./database";
import { aStep } from "./factory";
import { aPlanWithEveryone, type Everyone } from "./standings";

/** For trying out transactions: before each test a plan with one step, "Send it", which its lead renames. */
export function useSentStep() {
  let everyone: Everyone;
  let stepId: string;
  beforeEach(async () => {
    everyone = await aPlanWithEveryone();
    stepId = await aStep(everyone.plan, { title: "Send it" });
  });

  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    withinPlan(everyone.buyer.lead.personId, everyone.plan.planId, work);
  return {
    made: () => ({ everyone, planId: everyone.plan.planId, stepId }),
    within,
    rename: (tx: Tx, title: string) => tx.execute(sql`update step set title = ${title} where id = ${stepId}`),
    titleNow: async () => (await owner()`select title from step where id = ${stepId}`)[0]?.title,
    async othersGoOn(): Promise<void> {
      const after = await Promise.all([1, 2, 3, 4].map(() => within((tx) => tx.select().from(step))));
      expect(after.map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    },
  };
}

export async function loseConnection(tx: Tx): Promise<void> {
  const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await owner()`select pg_terminate_backend(${me?.pid ?? 0})`;
}

export const fails = (tx: Tx) => tx.execute(sql`select 1 / (${0}::int)`);
