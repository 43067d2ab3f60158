import { z } from "zod";
import { verbs } from "@/server/domain";
import { runCommand } from "./launch/refusal";

/** `npm run -s verbs`: everything that the product can do; with `--json`, each with the JSON Schema of its input. */
await runCommand(async () => {
  const listed = verbs.map(({ name, scope, may, kind, input }) => ({
    name,
    scope,
    may,
    kind,
    input: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
  }));
  const asJson = process.argv.includes("--json");
  const rows = listed.map(({ name, scope, kind, may }) =>
    [name.padEnd(32), scope.padEnd(10), kind.padEnd(9), may].join(" "),
  );
  process.stdout.write(`${asJson ? JSON.stringify(listed, null, 2) : rows.join("\n")}\n`);
  return 0;
});
