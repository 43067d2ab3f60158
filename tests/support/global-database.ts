import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { onServer, startTestServer, testSecret } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    database: { server: string; template: string };
  }
}

/** One server and one migrated database for the run; each test file clones the latter. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = `throughline_template_${randomBytes(4).toString("hex")}`;
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(template)} template template0`;
  await migrate(onServer(server.url, template), testSecret);
  project.provide("database", { server: server.url, template });

  return async () => {
    await sql`drop database if exists ${sql(template)} with (force)`;
    await sql.end();
    await server.stop();
  };
}
