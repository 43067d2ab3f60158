import { expect, test } from "vitest";
import { policyFinding } from "@/server/cli/launch/checks";
import { env } from "@/server/env";
import { owner, useDatabase } from "../support/database";

useDatabase();

test("a database that lost policies in a restore is told apart from one that has them all", async () => {
  const url = env.DATABASE_URL ?? "";
  const whole = await policyFinding(url);
  expect(whole.remedy).toBeUndefined();
  await owner()`drop policy step_home on step`;
  await owner()`drop policy step_tenant on step`;
  expect(await policyFinding(url)).toMatchObject({
    said: "none on step",
    remedy: expect.stringContaining("Backup and restore"),
  });
});
