import { migrateDatabase, openDatabase } from "./launch/database";
import { runCommand } from "./launch/refusal";

/** `npm run migrate`: roles, tables and the job queue of this version. Safe to repeat. */
await runCommand(async () => {
  const database = await openDatabase();
  try {
    await migrateDatabase(database.url);
    process.stdout.write("The database is up to date.\n");
    return 0;
  } finally {
    await database.stop();
  }
});
