import type { Sql } from "postgres";
import journal from "./migrations/meta/_journal.json";

export type AppliedMigrations = { count: number; missing: string[]; newer: number };

/** Which of this version's migrations a database lacks, and how many it has that only a newer version knows. */
export function compareMigrations(appliedAt: string[]): AppliedMigrations {
  const applied = new Set(appliedAt.map(Number));
  const last = Math.max(...journal.entries.map(({ when }) => when));
  return {
    count: applied.size,
    missing: journal.entries.filter(({ when }) => !applied.has(when)).map(({ tag }) => tag),
    newer: [...applied].filter((when) => when > last).length,
  };
}

export async function appliedMigrations(sql: Sql): Promise<AppliedMigrations> {
  const rows = await sql<{ at: string }[]>`select created_at::text as at from drizzle.__drizzle_migrations`.catch(
    (error: { code?: string }) => {
      if (error.code && nothingThere.includes(error.code)) return [];
      throw error;
    },
  );
  return compareMigrations(rows.map(({ at }) => at));
}

const nothingThere = ["3F000", "42P01"];
