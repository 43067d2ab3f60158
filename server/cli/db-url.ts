import { runningEmbedded } from "@/db/embedded";
import { launchSettings } from "@/server/env";
import { Refusal, runCommand } from "./launch/refusal";

/** `npm run -s db:url`: the owner's address of the database in use, for psql and the like. Starts nothing. */
await runCommand(async () => {
  const { DATABASE_URL, DATA_DIR } = launchSettings();
  const url = DATABASE_URL ?? runningEmbedded(DATA_DIR);
  if (!url) throw new Refusal(`No bundled PostgreSQL is running on ${DATA_DIR}. Start it with \`npm start\`.`);
  process.stdout.write(`${url}\n`);
  return 0;
});
