import { expect, test } from "@playwright/test";
import people from "@/app/_messages/en/people.json" with { type: "json" };
import reminders from "@/app/_messages/en/reminders.json" with { type: "json" };
import { cast, customer, openStep, planOf, signIn, withDatabase } from "./support/cast";

test("the lead finds the reminders to come under People, holds one back, and lets it go out after all", async ({
  page,
  context,
}) => {
  const planId = await planOf(customer);
  const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const { id } = await openStep(planId);
  await withDatabase(
    (sql) => sql`update step s set due_on = ${dueOn}, owner_id = p.id from participant p
      where s.id = ${id} and p.plan_id = s.plan_id and p.email = ${cast.contributor}`,
  );
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/people`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(people.title);
  await page.getByRole("link", { name: reminders.plan.link }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(reminders.plan.title);

  const mail = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Hold back/ }) });
  const held = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Let the reminder/ }) });
  await expect(held).toHaveCount(0);
  const holdBack = mail.first().getByRole("button");
  const name = (await holdBack.getAttribute("aria-label")) ?? "";
  await holdBack.click();
  await expect(held).toHaveCount(1);
  await expect(held).toContainText("Held back by");
  await page.reload();
  await expect(held).toHaveCount(1);
  await held.getByRole("button").click();
  await expect(held).toHaveCount(0);
  await expect(page.getByRole("button", { name, exact: true }).first()).toBeVisible();
});

test("whoever puts a step off sees until when, and so does the other side", async ({ page, context, browser }) => {
  const planId = await planOf(customer);
  const { id } = await openStep(planId, { skip: 1 });
  await withDatabase(
    (sql) => sql`update step s set owner_id = p.id from participant p
      where s.id = ${id} and p.plan_id = s.plan_id and p.email = ${cast.lead}`,
  );
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/steps?step=${id}`);
  await page.getByRole("button", { name: reminders.step.snooze }).click();
  await page.getByRole("button", { name: /In a week/ }).click();
  await expect(page.getByText("You put it off until")).toBeVisible();

  const others = await browser.newContext();
  await signIn(others, cast.seller);
  const other = await others.newPage();
  await other.goto(`/plans/${planId}/steps?step=${id}`);
  await expect(other.getByText(/Put off by .+ until/)).toBeVisible();
  await others.close();

  await page.getByRole("button", { name: reminders.step.again }).click();
  await expect(page.getByText("You put it off until")).toHaveCount(0);
});
