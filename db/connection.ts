import { createHmac } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

export const roles = ["throughline_app", "throughline_service"] as const;
export type Role = (typeof roles)[number];

export type Database = PostgresJsDatabase;
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
  const client = clientOf(role, settings, { max: settings.pool, idle_timeout: 300 });
  return { client, db: drizzle(preparing(client)) };
}

/** One connection of its own, which stays open: closing it by the clock could cut a transaction in two. */
export function connectOnce(role: Role, settings: ConnectionSettings, onclose: () => void) {
  const client = clientOf(role, settings, { max: 1, max_lifetime: null, onclose });
  drizzle(client);
  return client;
}

const clientOf = (role: Role, settings: ConnectionSettings, options: postgres.Options<never>) =>
  postgres(roleUrl(role, settings), {
    prepare: settings.prepare,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: role },
    ...options,
  });

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
