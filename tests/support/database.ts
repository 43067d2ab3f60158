import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { onServer, testSecret } from "./server";

let ownerClient: Sql | undefined;

/**
 * Gives the test file a database of its own and points the settings at it. Call it once, at the top of the file: settings are
 * read at their first use, so the server's modules may be imported plainly.
 */
export function useDatabase(settings: Record<string, string> = {}): void {
  const { server, template } = inject("database");
  const name = `throughline_test_${randomBytes(6).toString("hex")}`;
  const url = onServer(server, name);
  const place = mkdtempSync(join(tmpdir(), "throughline-file-"));

  Object.assign(process.env, {
    DATABASE_URL: url,
    DATABASE_POOL: "5",
    AUTH_SECRET: testSecret,
    EMBEDDED: "1",
    APP_URL: "http://localhost:3000",
    DATA_DIR: join(place, "data"),
    MAIL_TRANSPORT: "mailbox",
    LOG_LEVEL: "silent",
    CLOCK_FILE: join(place, "clock"),
    ...settings,
  });

  beforeAll(async () => {
    await onceOn(server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
    ownerClient = postgres(url, { max: 4, onnotice: () => {} });
  });

  afterAll(async () => {
    await closeDatabase();
    await ownerClient?.end({ timeout: 3 });
    ownerClient = undefined;
    await onceOn(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    rmSync(place, { recursive: true, force: true });
  });
}

/** The database as its owner sees it, past all policies: for looking at what the verbs left, never for acting. */
export function owner(): Sql {
  if (!ownerClient) throw new Error("call useDatabase() at the top of the test file first");
  return ownerClient;
}

async function onceOn(server: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  await work(sql).finally(() => sql.end());
}
