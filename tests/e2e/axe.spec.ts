import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { cast, signIn } from "./support/cast";
import { open, screens } from "./support/screens";

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const themes = ["light", "dark"] as const;

test.use({ reducedMotion: "reduce" });

test.describe.configure({ mode: "parallel" });

for (const screen of screens) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`${screen.name} on a ${size} has nothing that axe objects to, in either theme`, async ({ page, context }) => {
      await page.setViewportSize(viewport);
      if (screen.as) await signIn(context, cast[screen.as]);
      await open(page, screen);
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect(await objections(page), colorScheme).toEqual([]);
      }
    });
  }
}

async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}
