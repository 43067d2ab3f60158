import postgres, { type Sql, type TransactionSql } from "postgres";
import { type Role, roleUrl } from "@/db/connection";
import { env } from "@/server/env";

/** A connection of its own as one of the confined roles, past all of the kernel's code: what the database itself allows. */
export function connectAs(role: Role, max = 1): Sql {
  return postgres(roleUrl(role, { ownerUrl: env.DATABASE_URL, secret: env.AUTH_SECRET }), { max, onnotice: () => {} });
}

export type Sight = {
  workspace_id?: string;
  plan_id?: string;
  side?: string;
  person_id?: string;
  participant_id?: string;
  secret?: string;
};

/** One transaction with these settings and no others. It is rolled back, so that whatever was tried leaves nothing. */
export async function seeing<T>(sql: Sql, sight: Sight, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await sql
    .begin(async (tx) => {
      for (const [name, value] of Object.entries(sight)) await tx`select set_config(${`app.${name}`}, ${value}, true)`;
      answer = { value: await work(tx) };
      throw rollback;
    })
    .catch((reason) => {
      if (reason !== rollback) throw reason;
    });
  if (!answer) throw new Error("the transaction gave no answer");
  return answer.value;
}

const rollback = new Error("rolled back on purpose");
