import { expect, test } from "@playwright/test";
import { cast, signIn } from "./support/cast";
import { open, screens } from "./support/screens";

const width = 390;

test.use({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true });

test.describe.configure({ mode: "parallel" });

for (const screen of screens) {
  test(`${screen.name} fits a phone's width`, async ({ page, context }) => {
    if (screen.as) await signIn(context, cast[screen.as]);
    await open(page, screen);
    const { scrollWidth, wide } = await page.evaluate((width) => {
      const wide = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > width + 1,
      );
      return {
        scrollWidth: document.documentElement.scrollWidth,
        wide: wide.slice(0, 5).map((element) => `${element.tagName} ${element.className}`),
      };
    }, width);
    expect(scrollWidth, wide.join("\n")).toBe(width);
  });
}
