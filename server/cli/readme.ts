import { readFileSync, writeFileSync } from "node:fs";
import { runCommand } from "./launch/refusal";
import { withTables } from "./readme/tables";

/** `npm run readme`: writes the tables of README.md anew from the settings and the permissions. */
await runCommand(async () => {
  writeFileSync("README.md", withTables(readFileSync("README.md", "utf8")));
  process.stdout.write("The tables of README.md are those of the code.\n");
  return 0;
});
