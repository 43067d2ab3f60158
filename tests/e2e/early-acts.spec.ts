import { expect, test } from "@playwright/test";
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import { cast, customer, openStep, planOf, signIn } from "./support/cast";

test("what is pressed and typed while the page's code is on its way is done once it is there", async ({
  page,
  context,
}) => {
  const planId = await planOf(customer);
  const { id } = await openStep(planId);
  await signIn(context, cast.lead);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  const words = `Written before the page was alive ${newId().slice(-6)}`;

  await page.goto(`/plans/${planId}/steps?step=${id}`, { waitUntil: "commit" });
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
