import { type Browser, expect, type Page, test } from "@playwright/test";
import common from "@/app/_messages/en/common.json" with { type: "json" };
import plan from "@/app/_messages/en/plan.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { cast, customer, openStep, planOf, signIn } from "./support/cast";
import { theStage } from "./support/stage";

test.describe.configure({ mode: "serial" });

const rowOf = (page: Page, stepId: string) => page.locator(`li[data-step="${stepId}"]`);
const panelOf = (page: Page, stepId: string) => page.locator(`[data-step-open="${stepId}"]`).filter({ visible: true });
const titleField = (page: Page) =>
  page.getByRole("textbox", { name: steps.panelText.rename }).filter({ visible: true });

test("two people change different things of a step, and both changes stay", async ({ browser }) => {
  const { seller, buyer, step } = await two(browser, 0);
  await rename(seller, step.title, `${step.title}, by both`);
  await panelOf(buyer, step.id).getByRole("button", { name: steps.act.start }).click();
  for (const page of [seller, buyer]) {
    await expect(panelOf(page, step.id).getByRole("heading", { level: 2 })).toHaveText(`${step.title}, by both`);
    await expect(panelOf(page, step.id).getByRole("button", { name: steps.act.notStarted })).toBeVisible();
  }
});

test("two people change the same title: the later one is shown both, and loses nothing that was typed", async ({
  browser,
}) => {
  const { seller, buyer, step } = await two(browser, 1);
  await titleButton(buyer, step.title).click();
  await titleField(buyer).fill("What the buyer typed meanwhile");
  await rename(seller, step.title, "What the seller saved first");
  await expect(rowOf(buyer, step.id)).toContainText("What the seller saved first");
  await expect(titleField(buyer)).toHaveValue("What the buyer typed meanwhile");

  await titleField(buyer).press("Enter");
  const notice = panelOf(buyer, step.id);
  await expect(notice.getByText("What the buyer typed meanwhile")).toBeVisible();
  await expect(notice.getByText("What the seller saved first").first()).toBeVisible();
  await notice.getByRole("button", { name: common.conflict.keepMine }).click();
  for (const page of [seller, buyer])
    await expect(rowOf(page, step.id)).toContainText("What the buyer typed meanwhile");
});

test("a removed step is put back by Undo, for everybody", async ({ browser }) => {
  const { seller, buyer, step } = await two(browser, 2);
  await panelOf(seller, step.id).getByRole("button", { name: steps.act.more }).click();
  await seller.getByRole("menuitem", { name: steps.act.remove, exact: true }).click();
  await expect(rowOf(seller, step.id)).toHaveCount(0);
  await expect(rowOf(buyer, step.id)).toHaveCount(0);
  await seller.getByRole("button", { name: common.undo }).click();
  for (const page of [seller, buyer]) await expect(rowOf(page, step.id)).toBeVisible();
});

test("single keys move through the steps, rename, finish, open again and close", async ({ page, context }) => {
  await signIn(context, cast.editor);
  const planId = await planOf(customer);
  const step = await openStep(planId, { skip: 3 });
  await live(page, `/plans/${planId}/steps?step=${step.id}`);
  await expect(panelOf(page, step.id)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panelOf(page, step.id)).toHaveCount(0);
  const link = rowOf(page, step.id).locator("[data-step-link]");
  await expect(link).toBeFocused();

  await page.keyboard.press("k");
  await expect(link).not.toBeFocused();
  await page.keyboard.press("j");
  await expect(link).toBeFocused();

  await page.keyboard.press("e");
  const field = rowOf(page, step.id).getByRole("textbox", { name: steps.row.rename });
  await expect(field).toBeFocused();
  await page.keyboard.type("Renamed by keys");
  await page.keyboard.press("Escape");
  await expect(link).toHaveText(step.title);
  await link.focus();
  await page.keyboard.press("e");
  await page.keyboard.type("Renamed by keys");
  await page.keyboard.press("Enter");
  await expect(link).toHaveText("Renamed by keys");

  await link.focus();
  await page.keyboard.press("x");
  const anyway = rowOf(page, step.id).getByRole("button", { name: plan.steps.anyway });
  const reopen = rowOf(page, step.id).getByRole("button", { name: new RegExp(`^${plan.steps.reopen}`) });
  await expect(reopen.or(anyway).first()).toBeVisible();
});

test("on a phone a step is opened, started and left by touch", async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: theStage().first,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await signIn(context, cast.editor);
  const page = await context.newPage();
  const planId = await planOf(customer);
  const step = await openStep(planId, { skip: 4 });
  await live(page, `/plans/${planId}/steps`);
  await rowOf(page, step.id).locator("[data-step-link]").tap();
  await expect(page).toHaveURL(new RegExp(step.id));
  await panelOf(page, step.id).getByRole("button", { name: steps.act.start, exact: true }).tap();
  await expect(panelOf(page, step.id).getByRole("button", { name: steps.act.notStarted })).toBeVisible();
  await page.goBack();
  await expect(panelOf(page, step.id)).toHaveCount(0);
  await context.close();
});

test("two people set different statuses: the later one is shown both, and chooses", async ({ browser }) => {
  const { seller, buyer, step } = await two(browser, 5);
  const theirs = panelOf(buyer, step.id);
  await theirs.getByRole("button", { name: steps.act.block }).click();
  await theirs.getByRole("textbox", { name: steps.act.reason.blocked }).fill("The ward is closed");
  await panelOf(seller, step.id).getByRole("button", { name: steps.act.start }).click();
  await expect(theirs.getByRole("button", { name: steps.act.notStarted })).toBeVisible();

  await theirs.getByRole("button", { name: steps.act.confirm.blocked }).click();
  const notice = theirs.getByRole("alert");
  await expect(notice.getByText(common.stepStatus.doing, { exact: true })).toBeVisible();
  await expect(notice.getByText(common.stepStatus.blocked, { exact: true })).toBeVisible();
  await notice.getByRole("button", { name: common.conflict.keepMine }).click();
  for (const page of [seller, buyer]) {
    await expect(panelOf(page, step.id).getByRole("button", { name: steps.act.unblock })).toBeVisible();
  }
});

/** Opens a page of a plan and waits until it follows the plan: from then on it answers to clicks and keys. */
async function live(page: Page, path: string) {
  const follows = page.waitForResponse((answer) => answer.url().includes("/live.plans"));
  await page.goto(path);
  await follows;
}

/** A seller on one server and a buyer on the other, both with the same step open. */
async function two(browser: Browser, skip: number) {
  const { first, second } = theStage();
  const planId = await planOf(customer);
  const step = await openStep(planId, { skip });
  const enter = async (email: string, server: string) => {
    const context = await browser.newContext({ baseURL: server });
    await signIn(context, email, server);
    const page = await context.newPage();
    await live(page, `/plans/${planId}/steps?step=${step.id}`);
    await expect(panelOf(page, step.id)).toBeVisible();
    return page;
  };
  return { seller: await enter(cast.editor, first), buyer: await enter(cast.contributor, second), step };
}

const titleButton = (page: Page, title: string) =>
  page.getByRole("heading", { level: 2 }).getByRole("button", { name: title });

async function rename(page: Page, from: string, to: string) {
  await titleButton(page, from).click();
  await titleField(page).fill(to);
  await titleField(page).press("Enter");
}
