import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import common from "@/app/_messages/en/common.json" with { type: "json" };
import errors from "@/app/_messages/en/errors.json" with { type: "json" };
import overview from "@/app/_messages/en/overview.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import { cast, signIn, someoneOf, withDatabase, workspaceSlug } from "./support/cast";
import { theStage } from "./support/stage";

const words = overview.details;
const dialogOf = (page: Page) => page.getByRole("dialog", { name: words.title });
const field = (page: Page, label: string) => dialogOf(page).getByLabel(label, { exact: true });
const save = (page: Page) => dialogOf(page).getByRole("button", { name: common.save }).click();
const open = (page: Page) => page.getByRole("button", { name: words.title }).click();

test("a seller corrects a plan's details; the buyer sees them without reload, and what happened", async ({
  browser,
}) => {
  const planId = await anotherPlan();
  const buyer = await enter(browser, (await someoneOf(planId, "viewer")).email, theStage().second, planId);
  const seller = await enter(browser, cast.editor, theStage().first, planId);
  await expect(buyer.getByText("Tidewater Trust with Acme Scheduling")).toBeVisible();
  await expect(buyer.getByRole("button", { name: words.title })).toHaveCount(0);

  await open(seller);
  await field(seller, words.customer).fill("Tidewater Hospitals");
  expect((await new AxeBuilder({ page: seller }).include("dialog").analyze()).violations).toEqual([]);
  await field(seller, words.decidesOn).fill("2026-01-05");
  await field(seller, words.country).selectOption("JP");
  await save(seller);
  await expect(dialogOf(seller).getByText(errors.ends_before_start)).toBeVisible();
  await expect(field(seller, words.customer)).toHaveValue("Tidewater Hospitals");
  await expect(field(seller, words.decidesOn)).toBeFocused();

  const nextYear = `${new Date().getUTCFullYear() + 1}-12-02`;
  await field(seller, words.decidesOn).fill(nextYear);
  await save(seller);
  await expect(dialogOf(seller)).toHaveCount(0);
  for (const page of [seller, buyer]) {
    await expect(page.getByText("Tidewater Hospitals with Acme Scheduling")).toBeVisible();
    await expect(page.getByText(`2 Dec ${nextYear.slice(0, 4)}`).first()).toBeVisible();
  }
  const [kept] = await withDatabase((sql) => sql`select country, time_zone from plan where id = ${planId}`);
  expect(kept).toEqual({ country: "JP", time_zone: "Asia/Tokyo" });
});

test("of a detail that somebody else changed meanwhile both values are shown, and nothing else typed is lost", async ({
  browser,
}) => {
  const planId = await anotherPlan();
  const page = await enter(browser, cast.editor, theStage().first, planId);
  await open(page);
  await field(page, words.customer).fill("As the seller types it");
  await field(page, words.currency).selectOption("CHF");
  await withDatabase((sql) => sql`update plan set customer_name = 'As it is by now' where id = ${planId}`);
  await save(page);
  const notice = dialogOf(page).getByRole("alert");
  await expect(notice).toContainText("As the seller types it");
  await expect(notice).toContainText("As it is by now");

  await notice.getByRole("button", { name: common.conflict.takeTheirs }).click();
  await expect(dialogOf(page)).toHaveCount(0);
  const [kept] = await withDatabase((sql) => sql`select customer_name, currency from plan where id = ${planId}`);
  expect(kept).toEqual({ customer_name: "As it is by now", currency: "CHF" });
});

async function enter(browser: Browser, email: string, server: string, planId: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server });
  await signIn(context, email, server);
  const page = await context.newPage();
  const follows = page.waitForResponse((answer) => answer.url().includes("/live.plans"));
  await page.goto(`/plans/${planId}`);
  await follows;
  return page;
}

/** A plan without steps or costs, on which the demo's editor is. */
async function anotherPlan(): Promise<string> {
  const [planId, participantId] = [newId(), newId()];
  await withDatabase(async (sql) => {
    const [home] = await sql`
      select w.id, p.id as "personId" from workspace w, person p
       where w.slug = ${workspaceSlug} and p.email = ${cast.editor}`;
    const of = { workspace_id: home?.id, plan_id: planId };
    await sql`insert into plan ${sql({
      ...{ workspace_id: home?.id, id: planId, title: "Beds that are free", customer_name: "Tidewater Trust" },
      ...{ country: "DE", currency: "EUR", time_zone: "Europe/Berlin", anchor: "start" },
      ...{ starts_on: "2026-11-02", decides_on: "2027-12-01" },
    })}`;
    for (const zone of ["shared", "committee", "seller"]) await sql`insert into plan_stream ${sql({ ...of, zone })}`;
    await sql`insert into problem ${sql({ ...of, id: newId() })}`;
    const seat = { ...of, person_id: home?.personId, side: "seller", role: "editor" };
    await sql`insert into participant ${sql({ ...seat, id: participantId, email: cast.editor, name: "Marek Novak", status: "joined" })}`;
    await sql`insert into participation ${sql({ ...seat, participant_id: participantId })}`;
  });
  return planId;
}
