import type { Page } from "@playwright/test";
import { inBrowser, signedIn } from "../browser";
import { percentile } from "../load";
import { type Measure, row } from "../row";
import { BIG_PLAN, COLLEAGUE, idOf, READER } from "../scale";

const planId = idOf("plan", BIG_PLAN);

/** From Enter in one browser to the words painted in another, through another server process. Milliseconds, the 95th percentile. */
export const live: Measure = {
  name: "live",
  measure: async (ground) => {
    const [first, second] = [await ground.web("first"), await ground.web("second")];
    const times = await inBrowser((ours) =>
      inBrowser(async (theirs) => {
        const writer = await openSteps(await (await signedIn(ours, first, READER)).newPage(), first);
        const watcher = await openSteps(await (await signedIn(theirs, second, COLLEAGUE)).newPage(), second);
        const edits = ground.isQuick ? 8 : 40;
        const measured: number[] = [];
        // The first few warm up both servers and both pages.
        for (let edit = -3; edit < edits; edit++) {
          const took = await rename(
            writer,
            watcher,
            idOf("step", BIG_PLAN * 256 + 60 + ((edit + 3) % 20)),
            `Agreed wording ${edit + 3}`,
          );
          if (edit >= 0) measured.push(took);
        }
        return measured;
      }),
    );
    return row("live", "ms, p95", { ours: percentile(times, 0.95) }, { atMost: 150 });
  },
};

async function openSteps(page: Page, address: string): Promise<Page> {
  const isFollowing = page.waitForResponse((answer) => answer.url().includes("live.plans"));
  await page.goto(`${address}/plans/${planId}/steps`);
  await page.locator("[data-step]").first().waitFor();
  await isFollowing;
  return page;
}

type Timed = Window & { pressedAt?: number };

/** Both pages tell the time of the same machine. */
async function rename(writer: Page, watcher: Page, stepId: string, title: string): Promise<number> {
  const paintedAt = watcher.evaluate(
    ([id, words]) =>
      new Promise<number>((resolve, reject) => {
        const isThere = () => document.querySelector(`[data-step="${id}"]`)?.textContent?.includes(words ?? "");
        const giveUp = setTimeout(() => reject(new Error(`${words} did not arrive`)), 10_000);
        const look = () => {
          if (!isThere()) return;
          watching.disconnect();
          clearTimeout(giveUp);
          // After the frame that shows it.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        };
        const watching = new MutationObserver(look);
        watching.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    [stepId, title],
  );
  paintedAt.catch(() => {});

  await writer.locator(`[data-step="${stepId}"] [data-step-link]`).focus();
  await writer.keyboard.press("e");
  const field = writer.locator(`[data-step="${stepId}"] textarea`);
  await field.fill(title);
  await writer.evaluate(() => {
    const note = (event: KeyboardEvent) => {
      if (event.key === "Enter") (window as Timed).pressedAt = performance.timeOrigin + performance.now();
    };
    document.addEventListener("keydown", note, { capture: true, once: true });
  });
  await field.press("Enter");
  const pressedAt = await writer.evaluate(() => (window as Timed).pressedAt ?? Number.NaN);
  return (await paintedAt) - pressedAt;
}
