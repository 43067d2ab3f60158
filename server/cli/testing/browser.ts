import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "../launch/refusal";
import { runTool } from "./tool";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];

/** A Chromium for the browser tests: the system's, Playwright's, or one that can be installed now. */
export async function findBrowser(say: (line: string) => void): Promise<string> {
  const found = process.env.PW_CHROMIUM || systemBrowser() || (await playwrightsBrowser());
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
    const installed = systemBrowser();
    if (installed) return installed;
    say(said.split("\n").slice(-5).join("\n"));
  }
  throw new Refusal(
    "The browser tests need Chromium, and none could be installed. Install one (Debian: `sudo apt-get install chromium`), " +
      "or set PW_CHROMIUM to its path, then run `npm test -- e2e`.",
  );
}

function systemBrowser(): string | undefined {
  const places = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)));
  return [...places, ...applications.map((application) => join("/Applications", application))].find((path) =>
    existsSync(path),
  );
}

async function playwrightsBrowser(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
