import type { Sql } from "postgres";
import { appliedMigrations } from "@/db/applied";
import { serviceClient } from "@/db/client";
import { Refusal } from "./refusal";

export const newerRemedy = "Update this Throughline to the version that made them, or use another database.";

/** What a newer version keeps there, this one would miss or break. @throws Refusal */
export async function refuseNewer(sql: Sql): Promise<void> {
  const { newer } = await appliedMigrations(sql);
  if (newer === 0) return;
  throw new Refusal(
    `This database was migrated by a newer Throughline: ${newer} of its migrations are unknown here. ${newerRemedy}`,
  );
}

/** For a process that takes the database as it finds it. One that cannot be asked is another matter, and is told elsewhere. */
export async function refuseNewerDatabase(): Promise<void> {
  await refuseNewer(serviceClient()).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
  });
}
