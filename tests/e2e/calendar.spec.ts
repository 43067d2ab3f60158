import { expect, test } from "@playwright/test";
import calendar from "@/app/_messages/en/calendar.json" with { type: "json" };
import { aStepOfKind, cast, customer, planOf, signIn, withDatabase } from "./support/cast";
import { mailsTo } from "./support/mailbox";
import { theStage } from "./support/stage";

test("a meeting gets a time, whoever is asked an invitation, and both stand in their calendar's address", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const planId = await planOf(customer);
  const { id, title } = await aStepOfKind(planId, "meeting");
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/steps?step=${id}`);
  const dialog = page.getByRole("dialog", { name: calendar.meeting.title });
  await page.getByRole("button", { name: calendar.meeting.set, exact: true }).click();
  await dialog.getByLabel(calendar.meeting.starts).fill("14:30");
  await dialog.getByLabel(calendar.meeting.minutes).fill("45");
  await dialog.getByLabel(calendar.meeting.place).fill("Ward office, second floor");
  const [reader] = await withDatabase((sql) => sql`select name from participant where email = ${cast.lead}`);
  await dialog.getByRole("checkbox", { name: new RegExp(reader?.name) }).check();
  await dialog.getByRole("button", { name: calendar.meeting.save }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("14:30, 45 minutes").filter({ visible: true })).toBeVisible();

  await page.goto("/preferences");
  const all = page.locator("#calendar li").filter({ hasText: calendar.feeds.all });
  await all.getByRole("button", { name: /^Make an address/ }).click();
  await expect(page.getByText(calendar.feeds.made)).toBeVisible();
  const address = await all.getByRole("textbox").inputValue();
  const feed = await (await fetch(address)).text();
  expect(feed).toContain("BEGIN:VCALENDAR");
  expect(feed.replace(/\r\n /g, "")).toContain("LOCATION:Ward office\\, second floor");

  await all.getByRole("button", { name: /^End/ }).click();
  await expect(page.getByText(calendar.feeds.ended)).toBeVisible();
  expect((await fetch(address)).status).toBe(404);

  const invited = async () => {
    const mails = await mailsTo(theStage().first, cast.lead);
    return mails.find((mail) => mail.subject.includes(title))?.text ?? "";
  };
  await expect.poll(invited, { timeout: 50_000 }).toContain("Ward office, second floor");
});
