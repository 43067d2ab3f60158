import { expect, test } from "@playwright/test";
import access from "@/app/_messages/en/access.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import { stepLink } from "@/server/domain/_kernel/links";
import { testSecret } from "@/tests/support/server";
import { aStepOfKind, cast, customer, openStep, planOf, signIn } from "./support/cast";
import { mailTo } from "./support/mailbox";
import { theStage } from "./support/stage";

test("an approval in an unknown browser takes the digits from the mailbox, and the plan says who gave it", async ({
  browser,
  page,
  context,
}) => {
  const { first, databaseUrl } = theStage();
  Object.assign(process.env, { APP_URL: first, AUTH_SECRET: testSecret, DATABASE_URL: databaseUrl });
  const planId = await planOf(customer);
  const { id, workspaceId, ownerId } = await aStepOfKind(planId, "approval", newId());
  const of = { workspaceId, planId, stepId: id, participantId: ownerId, zone: "shared" } as const;
  const link = stepLink(of, new Date(), "decide");
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/steps?step=${id}`);
  const panel = page.locator(`[data-step-open="${id}"]`).filter({ visible: true });
  // The lead is not asked to decide what is another's to decide.
  await expect(panel.getByRole("button", { name: steps.act.done })).toBeVisible();
  await expect(panel.getByRole("button", { name: steps.act.approve })).toHaveCount(0);

  const phone = await (await browser.newContext({ baseURL: first, locale: "en-GB" })).newPage();
  for (let look = 0; look < 3; look += 1) await phone.goto(link);
  await phone.getByRole("button", { name: access.step.decide.send }).click();
  const mail = await mailTo(first, cast.contributor, /is the code for your decision/);
  await phone.getByLabel(access.step.decide.code).fill(/\d{6}/.exec(mail.subject)?.[0] ?? "");
  await phone.getByRole("radio", { name: access.step.decide.approve }).check({ force: true });
  await phone.getByLabel(access.step.decide.word).fill("As we agreed on Monday");
  await phone.getByRole("button", { name: access.step.decide.confirm }).click();
  await expect(phone.getByRole("status")).toContainText("Approved. Thank you.");
  await expect(panel.getByText(/^Approved by /)).toBeVisible();
  await expect(panel.getByText("As we agreed on Monday")).toBeVisible();

  await phone.goto(link);
  await expect(phone.getByRole("status")).toContainText("Approved. Thank you.");
  await phone.context().close();
});

test("a comment is read by the other side while they look, and taken back with a way to undo", async ({ browser }) => {
  const planId = await planOf(customer);
  const { id } = await openStep(planId);
  const [buyer, seller] = await Promise.all(
    [cast.lead, cast.seller].map(async (email) => {
      const context = await browser.newContext({ baseURL: theStage().first, locale: "en-GB" });
      await signIn(context, email);
      const opened = await context.newPage();
      await opened.goto(`/plans/${planId}/steps?step=${id}`);
      return opened;
    }),
  );
  if (!buyer || !seller) throw new Error("nobody looks");
  const words = `The ward leads want to see it first ${newId().slice(-6)}`;
  await buyer.getByLabel(steps.comments.label).fill(words);
  await buyer.getByRole("button", { name: steps.comments.send, exact: true }).click();
  await expect(seller.getByText(words)).toBeVisible();
  await expect(buyer.getByLabel(steps.comments.label)).toHaveValue("");
  await buyer
    .getByRole("listitem")
    .filter({ hasText: words })
    .getByRole("button", { name: steps.comments.remove })
    .click();
  await expect(seller.getByText(words)).toHaveCount(0);
  await buyer.getByRole("button", { name: "Undo" }).click();
  await expect(seller.getByText(words)).toBeVisible();
  await Promise.all([buyer.context().close(), seller.context().close()]);
});
