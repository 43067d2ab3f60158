import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import decision from "@/app/_messages/en/decision.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import { cast, customer, openStep, planOf, signIn } from "./support/cast";

let planId: string;

test.beforeEach(async ({ context }) => {
  planId = await planOf(customer);
  await signIn(context, cast.lead);
});

/** A page whose code is held back until `letGo` is called. */
async function lifeless(page: Page, path: string) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return letGo;
}

test("what is pressed and typed while the page's code is on its way is done once it is there", async ({ page }) => {
  const { id } = await openStep(planId);
  const words = `Written before the page was alive ${newId().slice(-6)}`;
  const letGo = await lifeless(page, `/plans/${planId}/steps?step=${id}`);
  await page.getByLabel(steps.comments.label).fill(words);
  await page.getByRole("button", { name: steps.addMilestone }).click();
  await page.getByRole("button", { name: steps.addMilestone }).click();
  const dialog = page.getByRole("dialog", { name: steps.milestone.add });
  await expect(dialog).toBeHidden();
  letGo();

  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel(steps.comments.label)).toHaveValue(words);
  await page.getByRole("button", { name: steps.comments.send, exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: words })).toBeVisible();
});

test("a menu that is pressed early opens, and closes again as any other", async ({ page }) => {
  const letGo = await lifeless(page, `/plans/${planId}/steps`);
  const filter = page.getByRole("button", { name: /^Show:/ });
  await filter.click();
  letGo();
  await expect(page.getByRole("menuitemradio").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitemradio")).toHaveCount(0);
  await filter.click();
  await expect(page.getByRole("menuitemradio").first()).toBeVisible();
});

test("of two fields that look alike, the one that was typed into is saved when it was left", async ({
  page,
  context,
}: {
  page: Page;
  context: BrowserContext;
}) => {
  const path = `/plans/${planId}/decision`;
  const weights = page.getByRole("spinbutton", { name: new RegExp(decision.weightOf.replace("{criterion}", "")) });
  const letGo = await lifeless(page, path);
  const other = await weights.first().inputValue();
  const wanted = (await weights.nth(1).inputValue()) === "31" ? "32" : "31";
  await weights.nth(1).fill(wanted);
  await page.getByRole("heading", { level: 1 }).click();
  letGo();
  const again = await context.newPage();
  await expect(async () => {
    await again.goto(path);
    const shown = again.getByRole("spinbutton", { name: new RegExp(decision.weightOf.replace("{criterion}", "")) });
    expect(await shown.nth(1).inputValue()).toBe(wanted);
    expect(await shown.first().inputValue()).toBe(other);
  }).toPass({ timeout: 15_000 });
});
