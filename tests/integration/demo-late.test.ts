import { expect, test } from "vitest";
import { seed } from "@/db/seed";
import { setClock } from "@/tests/support/clock";
import { useDatabase } from "@/tests/support/database";
import { demoStates, fiveStates } from "@/tests/support/demo-states";

useDatabase();

test("a demo made when its customers have tomorrow's date already is in the same five states", async () => {
  setClock("2026-12-02T23:40:00Z");
  await seed();
  expect(await demoStates()).toEqual(fiveStates);
}, 120_000);
