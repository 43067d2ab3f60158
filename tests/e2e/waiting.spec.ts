import { expect, test } from "@playwright/test";
import decision from "@/app/_messages/en/decision.json" with { type: "json" };
import errors from "@/app/_messages/en/errors.json" with { type: "json" };
import shell from "@/app/_messages/en/shell.json" with { type: "json" };
import { cast, customer, planOf, signIn, withDatabase } from "./support/cast";

test("a section that the server fails on says so at once, within the plan's frame, and comes back", async ({
  page,
  context,
}) => {
  await signIn(context, cast.lead);
  const path = `/plans/${await planOf(customer)}/decision`;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/trpc/decision.read")) asked.push(request.url());
  });
  await withDatabase((sql) => sql`revoke select on criterion from throughline_app`);
  try {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(errors.page.title);
    expect(asked, "the browser asked again before it said so").toEqual([]);
    await expect(page.getByRole("link", { name: shell.section.why })).toBeVisible();
  } finally {
    await withDatabase((sql) => sql`grant select on criterion to throughline_app`);
  }
  await page.getByRole("button", { name: errors.page.retry }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(decision.title);
});

test("a link whose page is long in coming shows that it was pressed", async ({ page, context }) => {
  await signIn(context, cast.lead);
  await page.goto(`/plans/${await planOf(customer)}`);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/activity\?_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  const link = page.getByRole("navigation").getByRole("link", { name: shell.section.activity }).first();
  await link.click();
  await expect(link.locator("svg")).toBeVisible();
  letGo();
  await expect(link).toHaveAttribute("aria-current", "page");
  await expect(link.locator("svg")).toHaveCount(0);
});
