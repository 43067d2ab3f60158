import postgres from "postgres";

/** Puts the demo workspace into an empty database, or anew where it was cut off; a database in use is left as it is. */
export async function seedOnFirstRun(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const [found] = await sql`select 1 from workspace limit 1`.finally(() => sql.end());
  if (found && !(await isHalfMade())) return;
  say(
    found
      ? "The demo workspace was cut off while it was made: making it anew…"
      : "Putting in a demo workspace (first start only)…",
  );
  await seedNow();
}

export async function seedNow(): Promise<void> {
  const [{ seed }, { closeDatabase }] = await Promise.all([import("@/db/seed"), import("@/db/client")]);
  await seed().finally(closeDatabase);
}

async function isHalfMade(): Promise<boolean> {
  const [{ halfMadeDemo }, { closeDatabase }] = await Promise.all([
    import("@/db/seed/half-made"),
    import("@/db/client"),
  ]);
  return (await halfMadeDemo().finally(closeDatabase)) !== undefined;
}
