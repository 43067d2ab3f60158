import { expect, type Locator, type Page, test } from "@playwright/test";
import decision from "@/app/_messages/en/decision.json" with { type: "json" };
import people from "@/app/_messages/en/people.json" with { type: "json" };
import plan from "@/app/_messages/en/plan.json" with { type: "json" };
import shell from "@/app/_messages/en/shell.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import why from "@/app/_messages/en/why.json" with { type: "json" };
import { cast, customer, openStep, planOf, signIn, someoneOf, withDatabase } from "./support/cast";

const sections = ["overview", "steps", "why", "people", "decision", "activity"] as const;

test("nothing of the committee's own reaches the supplier's browser, not even as a count", async ({
  page,
  context,
}) => {
  const planId = await planOf(customer);
  const secrets = await titlesOf(planId, "committee");
  expect(secrets.length).toBeGreaterThan(5);

  await signIn(context, cast.seller);
  const heard = await everythingHeard(page, planId);
  expect(secrets.filter((title) => heard.includes(title))).toEqual([]);

  const counted = await stepsIn(planId, ["shared", "seller"]);
  expect(counted).toBeLessThan(await stepsIn(planId, ["shared", "seller", "committee"]));
  await expect(page.getByRole("link", { name: new RegExp(`^${shell.section.steps}`) }).first()).toContainText(
    `/ ${counted}`,
  );
});

test("the committee's own does reach the committee, and the supplier's own does not", async ({ page, context }) => {
  const planId = await planOf(customer);
  await signIn(context, cast.lead);
  const heard = await everythingHeard(page, planId);
  const own = await titlesOf(planId, "committee");
  expect(own.filter((title) => !heard.includes(title))).toEqual([]);
  expect((await titlesOf(planId, "seller")).filter((title) => heard.includes(title))).toEqual([]);
});

type Control = (page: Page) => Locator;
const button =
  (name: string | RegExp): Control =>
  (page) =>
    page.getByRole("button", { name });

/** What changes the plan on each of its screens. */
const controls: Record<string, Control[]> = {
  "": [(page) => page.getByTitle(plan.head.title)],
  "/steps": [
    button(new RegExp(`^${plan.steps.finish}:`)),
    button(steps.add.button),
    button(steps.addMilestone),
    (page) => page.locator("button[data-cell=owner], button[data-cell=date]"),
  ],
  "/steps?step=": [button(steps.act.start), button(steps.act.block), button(steps.act.more)],
  "/why": [button(why.problem.reword), button(why.cost.add)],
  "/people": [button(people.invite)],
  "/decision": [button(decision.addCriterion), button(decision.addOption)],
};

for (const who of ["lead", "viewer"] as const) {
  test(`a ${who} is offered ${who === "lead" ? "what" : "nothing that"} changes the plan`, async ({
    page,
    context,
  }) => {
    const planId = await planOf(customer);
    const { id: stepId } = await openStep(planId);
    await signIn(context, who === "lead" ? cast.lead : (await someoneOf(planId, "viewer")).email);
    for (const [path, offered] of Object.entries(controls)) {
      await page.goto(`/plans/${planId}${path}${path.endsWith("=") ? stepId : ""}`);
      await isWhole(page);
      for (const control of offered) {
        if (who === "lead") await expect(control(page).first()).toBeVisible();
        else await expect(control(page)).toHaveCount(0);
      }
    }
  });
}

async function isWhole(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

/** The bodies of all pages, page data and answers of the API on a walk through the plan, by link and by address. */
async function everythingHeard(page: Page, planId: string): Promise<string> {
  const bodies: Promise<string>[] = [];
  const kinds = new Set<string>();
  page.on("response", (answer) => {
    const kind = answer.headers()["content-type"]?.split(";")[0] ?? "";
    if (!["text/html", "text/x-component", "application/json"].includes(kind)) return;
    kinds.add(kind);
    bodies.push(answer.text().catch(() => ""));
  });
  for (const section of sections) {
    await page.goto(`/plans/${planId}${section === "overview" ? "" : `/${section}`}`);
    await isWhole(page);
  }
  for (const section of sections) {
    const link = page.getByRole("link", { name: new RegExp(`^${shell.section[section]}`) }).filter({ visible: true });
    await link.first().click();
    await page.waitForURL(section === "overview" ? `**/plans/${planId}` : `**/${section}`);
    await isWhole(page);
    bodies.push(page.content());
  }
  expect([...kinds]).toEqual(expect.arrayContaining(["text/html", "text/x-component"]));
  return (await Promise.all(bodies))
    .join("\n")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll('\\"', '"');
}

/** Titles that only this zone has. */
async function titlesOf(planId: string, zone: string): Promise<string[]> {
  const rows = await withDatabase(
    (sql) => sql<{ title: string }[]>`
      with titled as (
        select zone, title from step where plan_id = ${planId} union all
        select zone, title from milestone where plan_id = ${planId} union all
        select zone, title from criterion where plan_id = ${planId} union all
        select zone, title from option where plan_id = ${planId})
      select distinct title from titled where zone = ${zone} and title not in (select title from titled where zone <> ${zone})`,
  );
  return rows.map(({ title }) => title);
}

async function stepsIn(planId: string, zones: string[]): Promise<number> {
  const [row] = await withDatabase(
    (sql) => sql`
      select count(*)::int as steps from step
       where plan_id = ${planId} and removed_at is null and status <> 'dropped' and zone::text = any(${zones})`,
  );
  return row?.steps;
}
