import { expect, test } from "@playwright/test";
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import workspace from "@/app/_messages/en/workspace.json" with { type: "json" };
import { cast, customer, planOf, signIn, workspaceSlug } from "./support/cast";
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

test("the steps can be narrowed to one side", async ({ page, context }) => {
  await signIn(context, cast.lead);
  await page.goto(`/plans/${await planOf(customer)}/steps`);
  await page.getByRole("button", { name: steps.filter.side }).click();
  await page.getByRole("menuitemradio", { name: customer }).click();
  await expect(page).toHaveURL(/side=buyer/);
  await expect(page.getByRole("button", { name: steps.filter.side })).toContainText(customer);
});

test("the example of a workspace's look keeps its button in one line", async ({ page, context }) => {
  await signIn(context, cast.seller);
  await page.goto(`/w/${workspaceSlug}/members`);
  await page.getByRole("button", { name: workspace.members.look.open }).click();
  const buttons = page.getByRole("figure").getByText(workspace.members.look.button, { exact: true });
  await expect(buttons).toHaveCount(2);
  const lines = await buttons.evaluateAll((found) =>
    found.map((button) => {
      const words = document.createRange();
      words.selectNodeContents(button);
      return words.getClientRects().length;
    }),
  );
  expect(lines).toEqual([1, 1]);
});
