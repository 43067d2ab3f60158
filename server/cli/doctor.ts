import {
  type Finding,
  mailFinding,
  migrationFinding,
  policyFinding,
  roleFindings,
  settingsFindings,
} from "./launch/checks";
import { openDatabase, refuseUnreachable } from "./launch/database";
import { reasonOf, runCommand } from "./launch/refusal";

/** `npm run doctor`: what is well and what is not, each with its remedy. Ends with 1 when something is not. */
await runCommand(async () => {
  const database = await openDatabase().catch((error: unknown) =>
    report([{ subject: "start", said: "", remedy: reasonOf(error) }]),
  );
  if (typeof database === "number") return database;
  try {
    const version = await refuseUnreachable(database.url);
    const where = database.embedded ? "bundled" : new URL(database.url).host;
    return report([
      ...settingsFindings(),
      { subject: "database", said: `PostgreSQL ${version} (${where})` },
      ...(await roleFindings(database.url)),
      await migrationFinding(database.url),
      await policyFinding(database.url),
      await mailFinding(),
    ]);
  } finally {
    await database.stop();
  }
});

function report(findings: Finding[]): number {
  for (const { subject, said, remedy } of findings) {
    process.stdout.write(`${remedy ? "problem" : "ok     "}  ${[subject, said].filter(Boolean).join(": ")}\n`);
    if (remedy) process.stdout.write(`         ${remedy.replaceAll("\n", "\n         ")}\n`);
  }
  return findings.some((finding) => finding.remedy) ? 1 : 0;
}
