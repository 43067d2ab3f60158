import { expect, test } from "@playwright/test";
import mailbox from "@/app/_messages/en/mailbox.json" with { type: "json" };
import workspace from "@/app/_messages/en/workspace.json" with { type: "json" };
import { cast, customer, planOf, signIn, withDatabase, workspaceSlug } from "./support/cast";

const look = workspace.members.look;

test("whoever chooses a language has their pages in it at once, and their mails", async ({ page, context }) => {
  await signIn(context, cast.editor);
  await page.goto(`/plans/${await planOf(customer)}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const [before] = await withDatabase((sql) => sql`select name, locale from person where email = ${cast.editor}`);
  expect(before?.locale).not.toBe("de");

  await page.locator("button[aria-haspopup=menu]", { hasText: before?.name }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator("main")).toContainText(/\d\. (Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)/);
  await expect
    .poll(async () => (await withDatabase((sql) => sql`select locale from person where email = ${cast.editor}`))[0])
    .toEqual({ locale: "de" });

  await page.goto("/preferences");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator("select[name=locale]")).toHaveValue("de");
});

test("a visitor is spoken to in their browser's language", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "ja-JP" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await context.close();
});

test("a workspace's colour is on its plans, and can be read there", async ({ page, context }) => {
  await signIn(context, cast.seller);
  const planPath = `/plans/${await planOf(customer)}`;
  const accent = () =>
    page.evaluate(() => getComputedStyle(document.querySelector("main") ?? document.body).getPropertyValue("--accent"));
  await page.goto(planPath);
  expect(await accent()).toBe("#14594a");

  const choose = async (isOwn: boolean, colour?: string) => {
    await page.goto(`/w/${workspaceSlug}/members`);
    await page.getByRole("button", { name: look.open }).click();
    await page.getByRole("checkbox", { name: look.own }).setChecked(isOwn);
    if (colour) await page.getByLabel(look.code).fill(colour);
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  try {
    await choose(true, "#7A1FA2");
    await page.goto(planPath);
    expect(await accent()).toMatch(/^light-dark\(#7a1fa2, #[0-9a-f]{6}\)$/);
  } finally {
    await choose(false);
  }
  await page.goto(planPath);
  expect(await accent()).toBe("#14594a");
});

test("the gallery shows each template in a language, light and dark", async ({ page }) => {
  await page.goto("/mailbox/gallery");
  const names = page.getByRole("navigation", { name: mailbox.gallery.templates }).getByRole("button");
  await expect(names.first()).toBeVisible();
  expect(await names.count()).toBeGreaterThan(3);
  const mail = page.frameLocator("iframe");
  await names.filter({ hasText: "step-reminder" }).click();
  await expect(mail.getByText("Approve who signs for Finance").first()).toBeVisible();
  await page.getByLabel(mailbox.gallery.theme).selectOption("dark");
  await expect(mail.locator("body")).toHaveCSS("background-color", "rgb(22, 21, 18)");
  await page.getByLabel(mailbox.gallery.language).selectOption("de");
  await expect(mail.locator("html")).toHaveAttribute("lang", "de");
  await page.getByLabel(mailbox.gallery.width).selectOption("390");
  await expect.poll(async () => (await page.locator("iframe").boundingBox())?.width).toBeLessThanOrEqual(390);
  await page.getByRole("tab", { name: mailbox.headers }).click();
  await expect(page.getByText("List-Unsubscribe-Post")).toBeVisible();
});
