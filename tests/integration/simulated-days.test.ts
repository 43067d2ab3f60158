import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle } from "../simulate/bundle";
import { lineOf, simulate } from "../simulate/simulate";
import { allZones } from "../simulate/zones";
import { useDatabase } from "../support/database";

useDatabase();

test("a month with edits, snoozes and killed workers: nobody is reminded twice, wrongly, at night or not at all", async () => {
  const place = mkdtempSync(join(tmpdir(), "throughline-simulate-"));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const settings = { MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_simulated", LOG_LEVEL: "fatal" };
  const log: string[] = [];
  const { tallies, breaches } = await simulate({
    seed: 11,
    people: 12,
    plans: 16,
    days: 30,
    kills: 4,
    databaseUrl: process.env.DATABASE_URL ?? "",
    timeZones: allZones,
    program: await bundle("worker-process", place),
    settings,
    say: (line) => log.push(line),
  });
  expect(breaches, [lineOf(tallies), ...log].join("\n")).toEqual([]);
  expect(tallies.mails).toBeGreaterThan(20);
  expect(tallies.kills).toBeGreaterThanOrEqual(2);
  expect(tallies.retries).toBeGreaterThan(0);
  expect(tallies.acts).toBeGreaterThan(0);
}, 120_000);
