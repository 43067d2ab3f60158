import type { Request } from "@playwright/test";
import { inBrowser, signedIn } from "../browser";
import { type Measure, row } from "../row";
import { BIG_PLAN, idOf, READER } from "../scale";

/** What a browser with nothing cached is sent of JavaScript on a plan's first page, as it is sent. */
export const planJs: Measure = {
  name: "plan-js",
  measure: async (ground) => {
    const web = await ground.web("first");
    const bytes = await inBrowser(async (browser) => {
      const page = await (await signedIn(browser, web, READER)).newPage();
      const scripts: Promise<number>[] = [];
      page.on("requestfinished", (request) => {
        if (request.resourceType() === "script" || /\.js(\?|$)/.test(request.url())) scripts.push(sizeOf(request));
      });
      await page.goto(`${web}/plans/${idOf("plan", BIG_PLAN)}`, { waitUntil: "load" });
      // The live stream never ends, so the network is never idle: what loads late loads within this.
      await page.waitForTimeout(3_000);
      return (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    });
    return row("plan-js", "kB", { ours: bytes / 1000 }, { atMost: 220 });
  },
};

const sizeOf = async (request: Request) => (await request.sizes()).responseBodySize;
