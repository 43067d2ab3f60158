import { expect, test } from "vitest";
import { healthNow } from "@/server/health";
import { useDatabase } from "../support/database";

useDatabase({ DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" });

test("an unreachable database is said so, without where it is", async () => {
  const health = await healthNow();
  expect(health).toMatchObject({ status: "unwell", database: "unreachable" });
  expect(JSON.stringify(health)).not.toMatch(/127\.0\.0\.1|secret|nobody/);
});
