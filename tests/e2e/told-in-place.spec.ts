import { expect, test } from "@playwright/test";
import access from "@/app/_messages/en/access.json" with { type: "json" };
import calendar from "@/app/_messages/en/calendar.json" with { type: "json" };
import common from "@/app/_messages/en/common.json" with { type: "json" };
import delivery from "@/app/_messages/en/delivery.json" with { type: "json" };
import people from "@/app/_messages/en/people.json" with { type: "json" };
import reminders from "@/app/_messages/en/reminders.json" with { type: "json" };
import why from "@/app/_messages/en/why.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import {
  aStepOfKind,
  cast,
  customer,
  invitationPath,
  invitedPerson,
  planOf,
  signIn,
  stepLinkPath,
  withDatabase,
  workspaceSlug,
} from "./support/cast";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const { another, invitation } = access;

test("a wrong address and a wrong code are said where they were typed", async ({ page }) => {
  await page.goto(`${await invitationPath("open")}&other=1&error=invalid&field=not_an_address&email=foo`);
  await expect(page.getByLabel(another.email)).toHaveAccessibleDescription(access.failed.not_an_address);
  await expect(page.getByText(access.failed.not_an_address)).toHaveCount(1);

  await page.goto(`${await stepLinkPath(await planOf(customer), "decide")}&code=sent&error=code_wrong&left=3`);
  await expect(page.getByLabel(access.step.decide.code)).toHaveAccessibleDescription(/3 more times/);
  await expect(page.getByText(/3 more times/)).toHaveCount(1);
});

test("once a fresh link was sent, it is not offered any more", async ({ page }) => {
  await page.goto(`${await invitationPath("expired")}&fresh=1`);
  await expect(page.getByRole("status")).toHaveText(invitation.freshSent.replace("{email}", cast.invited));
  await expect(page.getByRole("main")).not.toContainText("We can mail");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(access.sent.title);
  await expect(page.getByRole("link", { name: access.sent.mailbox })).toBeVisible();
});

test("a link that nobody knows leads whoever was in before back in", async ({ page }) => {
  await page.goto("/invitation?token=nothing");
  await page.getByRole("link", { name: access.signIn.title }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("an address that bounced is told of once, with every way on", async ({ page, context }) => {
  const email = `bounces.${newId()}@northwind.example`;
  await invitedPerson(email, "Bo Lindqvist");
  const [person] = await withDatabase(
    (sql) => sql<{ id: string }[]>`
      update participant set status = 'bounced', bounced_at = now() where email = ${email} returning id`,
  );
  await signIn(context, cast.lead);
  await page.goto(`/plans/${await planOf(customer)}/people?person=${person?.id}`);
  const panel = page.getByRole("dialog", { name: "Bo Lindqvist" });
  await expect(panel.getByText(/takes no mail/)).toHaveCount(1);
  for (const name of [people.row.correct, people.panel.otherPerson, delivery.bounced.retry]) {
    await expect(panel.getByRole("button", { name, exact: true })).toHaveCount(1);
  }
});

test("of a cost's amounts those are marked that are missing", async ({ page, context }) => {
  await signIn(context, cast.lead);
  await page.goto(`/plans/${await planOf(customer)}/why`);
  await page.getByRole("button", { name: why.cost.add }).click();
  await page.getByLabel(why.cost.amount.low).fill("500");
  await page.getByRole("button", { name: common.save, exact: true }).click();
  await expect(page.getByLabel(why.cost.amount.low)).not.toHaveAttribute("aria-invalid", "true");
  const missing = page.getByLabel(why.cost.amount.likely);
  await expect(missing).toHaveAttribute("aria-invalid", "true");
  await expect(missing).toHaveAccessibleDescription(why.cost.amountsMissing);
});

test("what saves stays in sight, however much there is to choose from", async ({ page, context }) => {
  const planId = await planOf(customer);
  const { id } = await aStepOfKind(planId, "meeting", newId());
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/steps?step=${id}`);
  const meeting = page.getByRole("dialog", { name: calendar.meeting.title });
  await page.getByRole("button", { name: calendar.meeting.set, exact: true }).filter({ visible: true }).click();
  await expect(meeting.getByRole("button", { name: calendar.meeting.save, exact: true })).toBeInViewport({ ratio: 1 });
});

test("a cadence that is refused says so beside the button, which stays in sight, and at the field at fault", async ({
  page,
  context,
}) => {
  await signIn(context, cast.seller);
  await page.goto(`/w/${workspaceSlug}/reminders`);
  const own = page.getByRole("radio", { name: reminders.cadence.own });
  await page
    .getByRole("button", { name: /^Change/ })
    .first()
    .click();
  await own.check({ force: true });
  const before = page.getByRole("textbox", { name: reminders.cadence.daysBefore });
  const after = page.getByRole("textbox", { name: reminders.cadence.daysAfter });
  await before.fill("three");
  const save = page.getByRole("button", { name: reminders.cadence.save, exact: true });
  await save.click();
  await expect(page.getByText(reminders.cadence.faulty)).toBeInViewport({ ratio: 1 });
  await expect(save).toBeInViewport({ ratio: 1 });
  await expect(before).toBeFocused();
  await expect(before).toHaveAccessibleDescription(new RegExp(reminders.cadence.faulty));
  await expect(before).toHaveAttribute("aria-invalid", "true");
  await expect(after).not.toHaveAttribute("aria-invalid");

  await before.fill("3");
  await after.fill("61");
  await save.click();
  await expect(after).toHaveAttribute("aria-invalid", "true");
  await expect(before).not.toHaveAttribute("aria-invalid");
});
