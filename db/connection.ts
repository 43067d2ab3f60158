import { createHmac } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "./schema";

export const roles = ["throughline_app", "throughline_service"] as const;
export type Role = (typeof roles)[number];

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type ConnectionSettings = { ownerUrl: string; secret: string; pool: number; prepare: boolean };

/** The role's password follows from the installation's secret, so that nobody has to keep a second one. */
export const rolePassword = (role: Role, secret: string) => createHmac("sha256", secret).update(role).digest("hex");

export function roleUrl(role: Role, { ownerUrl, secret }: Pick<ConnectionSettings, "ownerUrl" | "secret">) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.href;
}

export function connect(role: Role, settings: ConnectionSettings) {
  const client = postgres(roleUrl(role, settings), {
    max: settings.pool,
    prepare: settings.prepare,
    idle_timeout: 300,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: role },
  });
  return { client, db: drizzle(preparing(client), { schema }) };
}

/**
 * Has the server keep the plan of each query that drizzle sends. Drizzle does so only for queries prepared by name, and planning
 * anew under row-level security costs more than running. `prepare: false` in the settings still wins.
 */
function preparing<Client extends Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, property, receiver) {
      const own: unknown = Reflect.get(target, property, receiver);
      if (property === "unsafe") {
        return (query: string, args: never[] = [], options = {}) =>
          target.unsafe(query, args, args.length > 0 ? { ...options, prepare: true } : options);
      }
      if (property === "begin" || property === "savepoint") {
        return (...given: unknown[]) => {
          const work = given.pop() as (tx: Sql) => Promise<unknown>;
          return (own as Sql["begin"]).call(target, ...(given as [string]), (tx) =>
            work(preparing(tx as unknown as Sql)),
          );
        };
      }
      return own;
    },
  });
}
