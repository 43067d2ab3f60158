import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded";

/** The roles' passwords follow from it and belong to the whole server: whoever shares a server shares this. */
export const testSecret = "development only: nobody relies on this secret";

export type TestServer = { url: string; stop: () => Promise<void> };

/** The PostgreSQL that TEST_DATABASE_URL names (its user may create databases and roles), else a throw-away one. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), "throughline-test-"));
  const started = await startEmbedded({ dataDir, ephemeral: true });
  return {
    url: started.url,
    stop: async () => {
      await started.stop();
      await rm(dataDir, { recursive: true, force: true });
      await rm(started.place, { recursive: true, force: true });
    },
  };
}

/** The address of another database on the same server. */
export function onServer(url: string, database: string): string {
  const there = new URL(url);
  there.pathname = `/${database}`;
  return there.href;
}
