import { defineConfig, devices } from "@playwright/test";
import { theStage } from "./tests/e2e/support/stage";

const isRoot = process.getuid?.() === 0;
// Chromium asks its maker's servers for updates and the like; a test machine may have no way there.
const silent = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/support/stage.ts",
  outputDir: "test-results/e2e",
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    ...devices["Desktop Chrome"],
    // Workers read this file too, and each has a stage of its own.
    baseURL: process.env.TEST_PARALLEL_INDEX === undefined ? undefined : theStage().first,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.PW_CHROMIUM,
      args: [...silent, "--disable-gpu", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
