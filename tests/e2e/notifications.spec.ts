import { expect, type Page, test } from "@playwright/test";
import notifications from "@/app/_messages/en/notifications.json" with { type: "json" };
import shell from "@/app/_messages/en/shell.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { aStepOf, cast, customer, planOf, signIn, someoneOf, withDatabase } from "./support/cast";
import { theStage } from "./support/stage";

const inboxLink = (page: Page) => page.getByRole("banner").getByRole("link", { name: shell.notifications });

/** What the reader has not read, as the link shows it; nothing stands there for none. */
const unreadOn = (page: Page): Promise<number> =>
  inboxLink(page)
    .locator("[data-unread]")
    .evaluateAll(([mark]) => Number(mark?.getAttribute("data-unread") ?? 0));

test("what one person changes is counted on the other's screen while they look, and read where it leads", async ({
  browser,
}) => {
  const planId = await planOf(customer);
  const { email, participantId } = await someoneOf(planId, "contributor");
  const step = await aStepOf(planId, participantId, "Name who may open the old rota");
  const reader = await browser.newContext();
  const writer = await browser.newContext();
  await signIn(reader, email);
  await signIn(writer, cast.seller, theStage().second);
  const home = await reader.newPage();
  await home.goto("/plans");
  await expect(inboxLink(home)).toBeVisible();

  const page = await writer.newPage();
  await page.goto(`${theStage().second}/plans/${planId}/steps?step=${step.id}`);
  const panel = page.locator(`[data-step-open="${step.id}"]`).filter({ visible: true });
  const field = page.getByRole("textbox", { name: steps.panelText.rename }).filter({ visible: true });
  await panel.getByRole("heading", { level: 2 }).getByRole("button", { name: step.title }).click();
  await field.fill(`${step.title}, in writing`);
  await field.press("Enter");
  await expect.poll(() => unreadOn(home), { timeout: 5_000, intervals: [50] }).toBe(1);
  await expect(home.getByText(`${step.title}, in writing`).first()).toBeVisible();

  await inboxLink(home).click();
  await expect(home.getByRole("heading", { level: 1 })).toHaveText(notifications.title);
  const first = home.locator("[data-notice]").first();
  await expect(first).toContainText("renamed your step");
  await first.getByRole("link").click();
  await expect(home.locator(`[data-step-open="${step.id}"]`).filter({ visible: true })).toBeVisible();
  await expect.poll(() => unreadOn(home)).toBe(0);
  await Promise.all([reader.close(), writer.close()]);
});

test("all is read with one button, and stays read", async ({ context, page }) => {
  await signIn(context, cast.handedIn);
  await withDatabase(
    (sql) => sql`
      update notification set read_at = null where person_id = (select id from person where email = ${cast.handedIn})`,
  );
  await page.goto("/notifications");
  await expect.poll(() => unreadOn(page)).toBeGreaterThan(0);
  await page.getByRole("button", { name: notifications.allRead }).click();
  await expect.poll(() => unreadOn(page)).toBe(0);
  await page.reload();
  await expect(page.getByRole("button", { name: notifications.allRead })).toBeDisabled();
  await expect(page.getByText(notifications.unread, { exact: true })).toHaveCount(0);
});
