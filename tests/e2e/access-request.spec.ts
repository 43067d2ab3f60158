import { expect, type Page, test } from "@playwright/test";
import access from "@/app/_messages/en/access.json" with { type: "json" };
import people from "@/app/_messages/en/people.json" with { type: "json" };
import { cast, customer, invitationPath, invitedPerson, planOf, signIn, withDatabase } from "./support/cast";
import { linkIn, mailTo } from "./support/mailbox";
import { theStage } from "./support/stage";

const { another, invitation, request } = access;
const email = "night.shift@northwind.example";
const name = "Ravi Osei";

test("a handed-on invitation: a stranger asks, the lead says yes from the mail, and the stranger comes in", async ({
  browser,
}) => {
  const { first, second } = theStage();
  const newPage = async () => (await browser.newContext({ baseURL: first })).newPage();
  await invitedPerson("h.okoro@northwind.example", "Hana Okoro");
  const handedOn = await invitationPath("open", "h.okoro@northwind.example");

  const stranger = await newPage();
  await test.step("the stranger says that they are not the invited person, and asks", async () => {
    await stranger.goto(handedOn);
    await stranger.getByRole("link", { name: invitation.askInstead }).click();
    await stranger.getByLabel(another.name).fill(name);
    await stranger.getByLabel(another.email).fill(email);
    await stranger.getByLabel(another.why, { exact: true }).fill("I plan the night shifts and know where it breaks.");
    await stranger.getByRole("button", { name: another.ask }).click();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(another.asked);
  });

  const asked = await mailTo(first, cast.lead, new RegExp(name));
  const link = linkIn(asked, /^\/request/, first);
  await test.step("scanners fetch the mail's link; nobody is let in", async () => {
    for (let times = 0; times < 3; times++) expect((await fetch(link)).ok).toBe(true);
    const passing = await newPage();
    await passing.goto(link);
    await expect(passing.getByRole("button", { name: request.signIn })).toBeVisible();
    await expect(passing.getByRole("button", { name: request.decline })).toHaveCount(0);
    await passing.context().close();
  });

  const lead = await newPage();
  await test.step("the lead sees it in the plan as well, and answers on the mail's page", async () => {
    await signIn(lead.context(), cast.lead, first);
    await lead.goto(`/plans/${await planOf(customer)}/people`);
    await expect(lead.getByRole("heading", { name: people.requests.title })).toBeVisible();
    await expect(lead.getByText(email)).toBeVisible();
    const answering = await lead.context().newPage();
    await answering.goto(link);
    await answering.getByRole("button", { name: `Invite ${name}` }).click();
    await expect(answering.getByRole("heading", { level: 1 })).toHaveText(`${name} is invited`);
    await expect(lead.getByText(email)).toHaveCount(0);
    await expect(lead.getByRole("button", { name, exact: true })).toBeVisible();
  });

  await test.step("the stranger's own invitation opens the plan, and the lead sees how far it got", async () => {
    const own = linkIn(await mailTo(first, email, /Priya Raman/), /^\/invitation/, second);
    const phone = await (await browser.newContext({ baseURL: second })).newPage();
    await phone.goto(own);
    await expect(phone.getByRole("button", { name: invitation.openPlan })).toBeVisible();
    expect(["invited", "delivered"]).toContain(await statusOf(email));
    await expect.poll(() => moveAndLook(phone)).toBe("opened");
    await phone.getByRole("button", { name: invitation.openPlan }).click();
    await phone.waitForURL(/\/plans\//);
    expect(await statusOf(email)).toBe("joined");
    const row = lead.getByRole("listitem").filter({ has: lead.getByRole("button", { name, exact: true }) });
    await expect(row).toContainText(/Here now|Joined|Last here/);
  });
});

test("somebody signed in as another address takes the place with a code from the invited mailbox", async ({
  browser,
}) => {
  const { first } = theStage();
  const page = await (await browser.newContext({ baseURL: first })).newPage();
  await signIn(page.context(), cast.contributor, first);
  const invited = "l.moreau@northwind.example";
  await invitedPerson(invited, "Lea Moreau");
  await page.goto(await invitationPath("open", invited));
  await expect(page.getByText(cast.contributor).first()).toBeVisible();
  await page.getByRole("button", { name: another.send }).click();
  const mail = await mailTo(first, invited, /code for your invitation/);
  const [code = ""] = /\b\d{6}\b/.exec(mail.subject) ?? [];
  await page.getByLabel(another.code).fill(code);
  await page.waitForURL(/\/plans\//);
  expect(await statusOf(invited)).toBe("joined");
});

/** A hand on the page, as often as it takes until its script listens. */
async function moveAndLook(page: Page) {
  await page.mouse.move(40 + Math.random() * 200, 40);
  return statusOf(email);
}

const statusOf = (address: string) =>
  withDatabase(async (sql) => {
    const [row] = await sql<{ status: string }[]>`select status from participant where email = ${address}`;
    return row?.status;
  });
