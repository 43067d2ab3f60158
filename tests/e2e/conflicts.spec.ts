import { type Browser, expect, type Page, test } from "@playwright/test";
import common from "@/app/_messages/en/common.json" with { type: "json" };
import decision from "@/app/_messages/en/decision.json" with { type: "json" };
import why from "@/app/_messages/en/why.json" with { type: "json" };
import { cast, customer, planOf, signIn, withDatabase } from "./support/cast";
import { theStage } from "./support/stage";

test.describe.configure({ mode: "serial" });

test("a criterion that was renamed while somebody else wrote is shown to them beside what they wrote", async ({
  browser,
}) => {
  const planId = await planOf(customer);
  const { seller, buyer } = await two(browser, `/plans/${planId}/decision`);
  const [row] = await withDatabase(
    (sql) => sql`select title from criterion where plan_id = ${planId} and zone = 'shared' order by position limit 1`,
  );
  const title: string = row?.title;
  const begin = (page: Page) => page.getByRole("button", { name: title, exact: true }).click();
  const field = (page: Page) => page.getByRole("textbox", { name: decision.criterionTitle, exact: true });
  const menu = (page: Page, of: string) =>
    page.getByRole("button", { name: decision.criterionActs.replace("{criterion}", of) });

  await begin(buyer);
  await field(buyer).fill("What the buyer typed");
  await begin(seller);
  await field(seller).fill("What the seller saved");
  await field(seller).press("Enter");
  await expect(menu(buyer, "What the seller saved")).toBeVisible();

  await field(buyer).press("Enter");
  const notice = buyer.getByRole("alert").filter({ hasText: "What the buyer typed" });
  await expect(notice).toContainText("What the seller saved");
  await notice.getByRole("button", { name: common.conflict.keepMine }).click();
  for (const page of [seller, buyer]) await expect(menu(page, "What the buyer typed")).toBeVisible();
});

test("two people change different things of one cost line, and both changes stay", async ({ browser }) => {
  const planId = await planOf(customer);
  const { seller, buyer } = await two(browser, `/plans/${planId}/why`);
  const [line] = await withDatabase(
    (sql) => sql`select id, title from cost_line where plan_id = ${planId} order by position limit 1`,
  );
  const open = async (page: Page) => {
    await page.getByRole("button", { name: why.cost.acts.replace("{title}", line?.title) }).click();
    await page.getByRole("menuitem", { name: why.cost.edit, exact: true }).click();
  };
  const sums = buyer.locator("dl").filter({ hasText: why.cost.total.month });
  const before = await sums.innerText();
  await open(buyer);
  await buyer.getByRole("textbox", { name: why.cost.what }).fill("Cover for gaps, as the buyer words it");
  await open(seller);
  await seller.getByRole("spinbutton", { name: why.cost.amount.high }).fill("99000");
  await seller.getByRole("button", { name: common.save }).click();
  await expect(sums).not.toHaveText(before, { useInnerText: true });

  await buyer.getByRole("button", { name: common.save }).click();
  await expect(seller.getByText("Cover for gaps, as the buyer words it")).toBeVisible();
  const [kept] = await withDatabase((sql) => sql`select title, high::int from cost_line where id = ${line?.id}`);
  expect(kept).toEqual({ title: "Cover for gaps, as the buyer words it", high: 9_900_000 });
});

/** A seller on one server and a buyer on the other, both at the same place and following the plan. */
async function two(browser: Browser, path: string) {
  const { first, second } = theStage();
  const enter = async (email: string, server: string) => {
    const context = await browser.newContext({ baseURL: server });
    await signIn(context, email, server);
    const page = await context.newPage();
    const follows = page.waitForResponse((answer) => answer.url().includes("/live.plans"));
    await page.goto(path);
    await follows;
    return page;
  };
  return { seller: await enter(cast.editor, first), buyer: await enter(cast.contributor, second) };
}
