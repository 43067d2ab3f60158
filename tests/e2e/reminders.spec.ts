import { expect, type Page, test } from "@playwright/test";
import people from "@/app/_messages/en/people.json" with { type: "json" };
import reminders from "@/app/_messages/en/reminders.json" with { type: "json" };
import {
  cast,
  customer,
  invitationPath,
  invitedPerson,
  openStep,
  planOf,
  signIn,
  someoneOf,
  withDatabase,
} from "./support/cast";

test("the lead finds the mail to come under People, holds one back, and lets it go out after all", async ({
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

  const mail = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Hold back the reminder/ }) });
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

test("an owner holds a digest back, which the lead can neither do nor see; of an invitation's reminder both sides know", async ({
  page,
  context,
  browser,
}) => {
  const planId = await planOf(customer);
  const owner = await someoneOf(planId, "owner");
  const email = `s.lund.${owner.participantId.slice(-6)}@northwind.example`;
  await invitedPerson(email, "Solveig Lund");
  await invitationPath("open", email);
  await withDatabase(
    (sql) => sql`insert into invitation_chase (workspace_id, plan_id, participant_id, due_at)
      select workspace_id, plan_id, id, now() + interval '1 day' from participant where email = ${email}`,
  );
  const path = `/plans/${planId}/people/reminders`;
  await signIn(context, owner.email);
  await page.goto(path);
  const { digest, invitation, invitationLast } = reminders.plan;
  await expect(page.getByText(invitation, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(invitationLast, { exact: true }).first()).toBeVisible();
  await acknowledged(page, "reminder.hold", () =>
    page
      .getByRole("button", { name: /^Hold back the digest to Femke Jansen/ })
      .first()
      .click(),
  );
  const letOut = page.getByRole("button", { name: /^Let the digest to Femke Jansen/ });
  await expect(letOut).toHaveCount(1);
  await page.reload();
  await expect(letOut).toHaveCount(1);

  const leads = await browser.newContext();
  await signIn(leads, cast.lead);
  const theirs = await leads.newPage();
  await theirs.goto(path);
  const ofOwner = theirs.getByRole("listitem").filter({ hasText: "To Femke Jansen" }).filter({ hasText: digest });
  await expect(ofOwner.first()).toBeVisible();
  await expect(ofOwner.getByRole("button")).toHaveCount(0);
  await expect(ofOwner.filter({ hasText: "Held back" })).toHaveCount(0);
  await acknowledged(theirs, "reminder.hold", () =>
    theirs
      .getByRole("button", { name: /^Hold back the invitation reminder to Solveig Lund/ })
      .first()
      .click(),
  );
  await expect(theirs.getByRole("button", { name: /^Let the invitation reminder to Solveig Lund/ })).toHaveCount(1);
  await leads.close();

  await page.reload();
  const released = page.getByRole("button", { name: /^Let the invitation reminder to Solveig Lund/ });
  await acknowledged(page, "reminder.release", () => released.click());
  await expect(released).toHaveCount(0);
  await acknowledged(page, "reminder.release", () => letOut.click());
  await expect(letOut).toHaveCount(0);
  await page.goto(`/plans/${planId}/activity`);
  await expect(page.getByText("You let the digest to Femke Jansen of")).toBeVisible();
});

/** What is shown at once is saved a moment later: a page that is left before that takes its act along. */
async function acknowledged(page: Page, verb: string, act: () => Promise<void>) {
  const answer = page.waitForResponse((each) => each.url().includes(verb));
  await act();
  expect((await answer).ok()).toBe(true);
}

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
