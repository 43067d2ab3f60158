import { migrateDatabase, openDatabase } from "./launch/database";
import { seedNow } from "./launch/demo";
import { runCommand } from "./launch/refusal";

/** `npm run seed`: the demo workspace, once; a second run changes nothing. */
await runCommand(async () => {
  const database = await openDatabase();
  try {
    await migrateDatabase(database.url);
    await seedNow();
    process.stdout.write("The demo workspace is there.\n");
    return 0;
  } finally {
    await database.stop();
  }
});
