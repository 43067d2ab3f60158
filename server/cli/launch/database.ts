import postgres from "postgres";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { env, launchSettings } from "@/server/env";
import { refuseNewer } from "./newer";
import { Refusal, reasonOf } from "./refusal";
import { keptSecret } from "./secret";

export type OpenedDatabase = { url: string; embedded: Embedded | undefined; stop(): Promise<void> };

const oldestMajor = 15;

/**
 * Makes a database reachable and completes the settings for this process and its children: the address, the secret and
 * whether PostgreSQL is the bundled one.
 */
export async function openDatabase(): Promise<OpenedDatabase> {
  const settings = launchSettings();
  const embedded = settings.DATABASE_URL ? undefined : await startEmbedded({ dataDir: settings.DATA_DIR });
  if (embedded) {
    process.env.EMBEDDED = "1";
    process.env.DATABASE_URL = embedded.url;
    process.env.LOG_LEVEL ||= "warn";
  }
  if (!settings.AUTH_SECRET && (embedded || settings.NODE_ENV !== "production")) {
    process.env.AUTH_SECRET = keptSecret(settings.DATA_DIR);
  }
  const stop = async () => embedded?.stop();
  try {
    const url = env.DATABASE_URL;
    if (!embedded) await refuseUnreachable(url);
    return { url, embedded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  await refuseNewer(sql).finally(() => sql.end({ timeout: 1 }));
  const { migrate } = await import("@/db/migrate");
  try {
    await migrate(url, env.AUTH_SECRET);
  } catch (error) {
    const statement = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
    throw new Refusal(
      `The migration failed and was rolled back: ${reasonOf(error)}${statement}\nThe database is as it was before. ` +
        "Check that DATABASE_URL's user owns the database and may create roles, then run `npm run migrate` again.",
    );
  }
}

/** Says the server's version. */
export async function refuseUnreachable(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const { host } = new URL(url);
  try {
    const [row] =
      await sql`select current_setting('server_version') as name, current_setting('server_version_num')::int as number`;
    if (row?.number < oldestMajor * 10_000) {
      throw new Refusal(
        `The database at ${host} is PostgreSQL ${row?.name}. Throughline needs ${oldestMajor} or later.`,
      );
    }
    return String(row?.name);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `The database at ${host} cannot be used: ${reasonOf(error)}.\n` +
        "Start it or mend DATABASE_URL; without DATABASE_URL, Throughline starts the PostgreSQL it brings along.",
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
