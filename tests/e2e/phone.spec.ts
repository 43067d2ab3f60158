import { expect, test } from "@playwright/test";
import decision from "@/app/_messages/en/decision.json" with { type: "json" };
import overview from "@/app/_messages/en/overview.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import workspace from "@/app/_messages/en/workspace.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import { cast, customer, planOf, signIn, withDatabase, workspaceSlug } from "./support/cast";
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

test("an option that the committee added can be called otherwise", async ({ page, context }) => {
  const planId = await planOf(customer);
  const [id, title, renamed] = [
    newId(),
    `Built at home ${newId().slice(-6)}`,
    `Built by a friend ${newId().slice(-6)}`,
  ];
  await withDatabase(
    (sql) => sql`
      insert into option (workspace_id, id, plan_id, zone, kind, title, position)
      select workspace_id, ${id}, plan_id, zone, kind, ${title}, position || 'V' from option
       where plan_id = ${planId} and kind = 'build' and removed_at is null limit 1`,
  );
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/decision`);
  await page.getByRole("button", { name: decision.optionActs.replace("{option}", title) }).click();
  await page.getByRole("menuitem", { name: decision.rename }).click();
  await page.getByRole("textbox", { name: decision.optionName }).fill(renamed);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: decision.optionActs.replace("{option}", renamed) })).toBeVisible();
  await withDatabase((sql) => sql`update option set removed_at = now() where id = ${id}`);
});

test("what opens from a large date is set like every other panel", async ({ page, context }) => {
  await signIn(context, cast.lead);
  await page.goto(`/plans/${await planOf(customer)}`);
  await page.getByTitle(overview.decision.change).first().click();
  const panel = page.getByRole("dialog", { name: overview.decision.change });
  await expect(panel).toHaveCSS("font-weight", "400");
  await expect(panel).toHaveCSS("letter-spacing", "normal");
});
