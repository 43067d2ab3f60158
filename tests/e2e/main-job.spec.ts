import { writeFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import access from "@/app/_messages/en/access.json" with { type: "json" };
import home from "@/app/_messages/en/home.json" with { type: "json" };
import newPlan from "@/app/_messages/en/newPlan.json" with { type: "json" };
import overview from "@/app/_messages/en/overview.json" with { type: "json" };
import people from "@/app/_messages/en/people.json" with { type: "json" };
import plan from "@/app/_messages/en/plan.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { openStage, type Stage } from "./support/stage";

const seller = "mara.lindt@brightdesk.test";
const champion = "jonas.weber@helios.test";
const colleague = "amira.said@helios.test";
const shared = "Collect last month's figures from both sites";

let stage: Stage;
let close: () => Promise<void>;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  ({ stage, close } = await openStage({ seeded: false }));
  // A Tuesday morning in Berlin: tomorrow is a working day, so the due day's reminder is tomorrow's.
  setClock("2026-12-01T09:30:00Z");
});

test.afterAll(() => close?.());

test("a seller's plan, a champion's step, a colleague's one reminder", async ({ browser }) => {
  test.setTimeout(180_000);
  const sellerPage = await personAt(browser, stage.first);
  const planUrl = await test.step("the seller signs in from the mail and makes a workspace and a plan", async () => {
    await signInFromMail(sellerPage);
    await makeWorkspace(sellerPage);
    return makePlan(sellerPage);
  });
  const planPath = new URL(planUrl).pathname;

  const invitation = await test.step("the seller invites a champion", async () => {
    const asks = sellerPage.getByRole("link", { name: overview.inviteChampion.act });
    await asks.click();
    await sellerPage.waitForURL(/\/people\?invite=champion$/);
    await expect(sellerPage.getByRole("dialog").locator("select[name=buyingRole]")).toHaveValue("champion");
    await fillInvitation(sellerPage, { name: "Jonas Weber", email: champion, role: "lead" });
    await expect(sellerPage).toHaveURL(/\/people$/);
    await sellerPage.goto(planUrl);
    await expect(sellerPage.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(asks).toHaveCount(0);
    return linkIn(await mailTo(stage.first, champion, /Mara Lindt/), /^\/invitation/, stage.second);
  });

  await test.step("scanners fetch the link and run its page; nothing is used up", async () => {
    for (let times = 0; times < 3; times++) {
      expect((await fetch(invitation)).ok).toBe(true);
      expect((await fetch(invitation, { method: "HEAD" })).ok).toBe(true);
    }
    const scanner = await personAt(browser, stage.second);
    await scanner.goto(invitation, { waitUntil: "networkidle" });
    await expect(scanner.getByRole("button", { name: access.invitation.openPlan })).toBeVisible();
    await scanner.context().close();
  });

  const championPage = await personAt(browser, stage.second);
  await test.step("the champion enters by one button and completes a step; the seller's page shows it within a second", async () => {
    await championPage.goto(invitation);
    await championPage.getByRole("button", { name: access.invitation.openPlan }).click();
    await championPage.waitForURL(new RegExp(planPath));

    await championPage.goto(`${stage.second}${planPath}/steps`);
    await sellerPage.goto(`${planUrl}/steps`);
    const title = "Write the problem in your own words";
    const seen = doneMark(sellerPage, title);
    await expect(rowOf(sellerPage, title)).toBeVisible();
    await live(sellerPage, "Jonas Weber");

    const acknowledged = championPage.waitForResponse(
      (answer) => answer.url().includes("step.complete") && answer.ok(),
    );
    await openMark(championPage, title).click();
    await acknowledged;
    await expect(seen).toBeVisible({ timeout: 1_000 });
  });

  const colleaguePage = await personAt(browser, stage.first);
  await test.step("the champion invites a colleague and gives them a step due tomorrow", async () => {
    await championPage.goto(`${stage.second}${planPath}/people`);
    await invite(championPage, { name: "Amira Said", email: colleague });
    const link = linkIn(await mailTo(stage.first, colleague, /Jonas Weber/), /^\/invitation/, stage.first);
    await colleaguePage.goto(link);
    await colleaguePage.getByRole("button", { name: access.invitation.openPlan }).click();
    await colleaguePage.waitForURL(new RegExp(planPath));

    await championPage.goto(`${stage.second}${planPath}/steps`);
    await addStep(championPage, shared);
    await assign(championPage, shared, "Amira Said");
    await dueTomorrow(championPage, shared);
  });

  await test.step("the clock moves; exactly one reminder arrives for the colleague's local morning", async () => {
    setClock("2026-12-02T05:30:00Z");
    await quietFor(2_000);
    expect(await reminders()).toHaveLength(0);
    setClock("2026-12-02T07:10:00Z");
    await mailTo(stage.first, colleague, /Collect last month/);
    await quietFor(2_500);
    expect(await reminders()).toHaveLength(1);
    setClock("2026-12-02T09:10:00Z");
    await quietFor(2_000);
    expect(await reminders()).toHaveLength(1);
  });

  await test.step("from it, it is put off until next Monday, once", async () => {
    const [reminder] = await reminders();
    const later = new URL(/Later:?\s+(\S+)/.exec(reminder?.text ?? "")?.[1] ?? "");
    const phone = await personAt(browser, stage.second);
    await phone.goto(later.pathname + later.search);
    await phone.getByRole("button", { name: /^Next Monday, Mon 7 Dec/ }).click();
    await expect(phone.getByText(access.step.later.usedLead)).toBeVisible();
    await phone.goto(later.pathname + later.search);
    await expect(phone.getByText(/Put off until Mon 7 Dec/)).toBeVisible();
    await expect(phone.getByRole("button", { name: /Monday/ })).toHaveCount(0);
  });

  await test.step("from it, through the confirming page, the step is done", async () => {
    const [reminder] = await reminders();
    if (!reminder) throw new Error("no reminder");
    const link = linkIn(reminder, /^\/step/, stage.second);
    for (let times = 0; times < 3; times++) await fetch(link);
    // Another browser without any session: the mail alone is enough for exactly this step.
    const phone = await personAt(browser, stage.second);
    await phone.goto(link);
    await expect(openMark(championPage, shared)).toBeVisible();
    await phone.getByRole("button", { name: access.step.done }).click();
    await expect(phone.getByText(access.step.isDone)).toBeVisible();
    await expect(doneMark(championPage, shared)).toBeVisible({ timeout: 3_000 });
  });
});

const setClock = (instant: string) => writeFileSync(stage.clockFile, String(new Date(instant).getTime() - Date.now()));

/** Beside the one that told them, when it was given to them, that the step is theirs. */
const reminders = async () =>
  (await mailsTo(stage.first, colleague)).filter(
    ({ subject, text, headers }) =>
      /Collect last month/.test(subject + text) && /reminders/.test(headers["List-Id"] ?? ""),
  );

/** For what must not happen: the worker ticks twice a second, so this is several ticks. */
const quietFor = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));

async function personAt(browser: Browser, server: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server, locale: "en-GB", timezoneId: "Europe/Berlin" });
  return context.newPage();
}

async function signInFromMail(page: Page) {
  await page.goto("/sign-in");
  await page.getByLabel(access.signIn.email).fill(seller);
  await page.getByRole("button", { name: access.signIn.send }).click();
  await page.goto(linkIn(await mailTo(stage.first, seller, /sign-in/i), /^\/sign-in\/confirm/));
  await page.getByRole("button", { name: access.confirm.enter }).click();
  await page.waitForURL(/\/plans$/);
}

async function makeWorkspace(page: Page) {
  await page.getByLabel(home.workspace.name).fill("Brightdesk");
  await page.getByRole("button", { name: home.workspace.make }).click();
  await page.waitForURL(/\/w\/brightdesk\/new/);
}

async function makePlan(page: Page): Promise<string> {
  await page.getByRole("textbox", { name: newPlan.customer, exact: true }).fill("Helios Logistics");
  await page.getByRole("radio", { name: /Enterprise software/i }).check({ force: true });
  await page.getByRole("button", { name: newPlan.create }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/);
  return page.url().replace(/[?#].*$/, "");
}

type Guest = { name: string; email: string; role?: string };

async function invite(page: Page, guest: Guest) {
  await page.getByRole("button", { name: people.invite }).first().click();
  await fillInvitation(page, guest);
}

async function fillInvitation(page: Page, guest: Guest) {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(people.dialog.nameLabel).fill(guest.name);
  await dialog.getByLabel(people.dialog.email).fill(guest.email);
  if (guest.role) await dialog.locator("select[name=role]").selectOption(guest.role);
  await dialog.getByRole("button", { name: people.dialog.send }).click();
  await expect(dialog).toBeHidden();
}

const rowOf = (page: Page, title: string) => page.locator("li[data-step]").filter({ hasText: title });
const openMark = (page: Page, title: string) =>
  rowOf(page, title).getByRole("button", { name: new RegExp(`^${plan.steps.finish}`) });
const doneMark = (page: Page, title: string) =>
  rowOf(page, title).getByRole("button", { name: new RegExp(`^${plan.steps.reopen}`) });

/** Waits until this page's stream is open: it shows somebody else as here. */
const live = (page: Page, name: string) =>
  expect(
    page.getByRole("listitem", { name }).or(page.getByTitle(name)).or(page.getByLabel(name)).first(),
  ).toBeAttached();

async function addStep(page: Page, title: string) {
  await page.getByRole("button", { name: steps.add.button }).first().click();
  await page.getByPlaceholder(steps.add.placeholder).fill(title);
  await page.keyboard.press("Enter");
  await expect(rowOf(page, title)).toBeVisible();
}

async function assign(page: Page, title: string, name: string) {
  await rowOf(page, title)
    .getByRole("button", { name: /Owner:/ })
    .click();
  await page
    .getByRole("option", { name })
    .or(page.getByRole("menuitem", { name }))
    .or(page.getByRole("button", { name }))
    .first()
    .click();
  await expect(rowOf(page, title)).toContainText(name);
}

async function dueTomorrow(page: Page, title: string) {
  await rowOf(page, title)
    .getByRole("button", { name: /due date/i })
    .click();
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(rowOf(page, title)).toContainText("Tomorrow");
}
