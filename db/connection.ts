import { createHmac } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
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
  return { client, db: drizzle(client, { schema }) };
}
