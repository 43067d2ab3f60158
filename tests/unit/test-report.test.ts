import { expect, test } from "vitest";
import { broken, held, inOneLine, leftOut } from "@/server/cli/testing/report";

test("a stage that could not be tried is counted as neither passed nor failed", () => {
  expect(inOneLine([held, { passed: 7, failed: 2 }, broken])).toBe("8 passed, 3 failed");
  expect(inOneLine([held, leftOut])).toBe("1 passed, 0 failed, 1 skipped");
});
