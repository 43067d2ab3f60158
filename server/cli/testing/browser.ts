import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { Refusal } from "../launch/refusal";
import { runTool } from "./tool";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
const patienceMs = 10_000;

/** A Chromium for the browser tests: the system's, Playwright's, or one that can be installed now. */
export async function findBrowser(say: (line: string) => void): Promise<string> {
  const found = process.env.PW_CHROMIUM || (await systemBrowser()) || (await playwrightsBrowser());
  if (found) return found;

  say("No browser here: installing Playwright's Chromium…");
  await runTool(["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const downloaded = await playwrightsBrowser();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Debian's Chromium…");
    const quietly = { env: { DEBIAN_FRONTEND: "noninteractive" } };
    await runTool(["apt-get", "update"], quietly);
    const { said } = await runTool(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], quietly);
    const installed = await systemBrowser();
    if (installed) return installed;
    say(said.split("\n").slice(-5).join("\n"));
  }
  throw new Refusal(
    "The browser tests need Chromium, and none could be installed. Install one (Debian: `sudo apt-get install chromium`), " +
      "or set PW_CHROMIUM to its path, then run `npm test -- e2e`.",
  );
}

function systemBrowser(): Promise<string | undefined> {
  const places = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)));
  return firstThatRuns([...places, ...applications.map((application) => join("/Applications", application))]);
}

async function playwrightsBrowser(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  return firstThatRuns([chromium.executablePath()]);
}

/** A file of that name may be a stub that only says where to get the browser: one counts when it says its version in time. */
export async function firstThatRuns(paths: string[], withinMs = patienceMs): Promise<string | undefined> {
  for (const path of paths) {
    if (existsSync(path) && (await saysItsVersion(path, withinMs))) return path;
  }
  return undefined;
}

async function saysItsVersion(path: string, timeout: number): Promise<boolean> {
  const options = { timeout, killSignal: "SIGKILL" } as const;
  const { stdout } = await promisify(execFile)(path, ["--version"], options).catch(() => ({ stdout: "" }));
  return /\d+\.\d+/.test(stdout);
}
