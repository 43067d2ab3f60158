import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "@/server/cli/testing/browser";
import { cookieOf } from "./scale";

/** A browser process of its own, ended when the work is. */
export async function inBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: await findBrowser((line) => process.stderr.write(`${line}\n`)),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A window in which somebody is signed in and nothing is cached. */
export async function signedIn(browser: Browser, address: string, person: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // What runs TypeScript names functions by a helper of its own, also in those that are handed to a page.
  await context.addInitScript("globalThis.__name = (named) => named;");
  const [name = "", value = ""] = cookieOf(person).split("=");
  await context.addCookies([{ name, value, url: address }]);
  return context;
}
