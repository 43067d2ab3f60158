import { expect, test } from "@playwright/test";
import { newId } from "@/server/domain/_kernel/ids";
import { cast, customer, openStep, planOf, signIn, withDatabase } from "./support/cast";

/** What somebody may well paste into a title: nothing in it breaks. */
const name = "Betriebsratsvereinbarungsentwurfsabstimmung".repeat(5).slice(0, 200);

test.use({ viewport: { width: 390, height: 844 } });

test("a title of 200 letters without a space is read whole on a phone, and pushes nothing off it", async ({
  page,
  context,
}) => {
  const planId = await planOf(customer);
  const { id: beside } = await openStep(planId);
  const [milestoneId, stepId, optionId] = [newId(), newId(), newId()];
  await withDatabase(async (sql) => {
    await sql`
      insert into milestone (workspace_id, id, plan_id, zone, title, job, due_on, position)
      select workspace_id, ${milestoneId}, plan_id, 'committee', ${name}, 'validation', current_date, 'zzz'
        from step where id = ${beside}`;
    await sql`
      insert into step (workspace_id, id, plan_id, milestone_id, zone, title, status, owner_id, due_on, position)
      select s.workspace_id, ${stepId}, s.plan_id, ${milestoneId}, 'committee', ${name}, 'todo', p.id, current_date, 'zzz'
        from step s join participant p on p.workspace_id = s.workspace_id and p.plan_id = s.plan_id and p.email = ${cast.lead}
       where s.id = ${beside}`;
    await sql`
      insert into option (workspace_id, id, plan_id, zone, kind, title, position)
      select workspace_id, ${optionId}, plan_id, 'committee', 'build', ${name.slice(0, 160)}, 'zzz' from step where id = ${beside}`;
  });
  await signIn(context, cast.lead);
  const plan = `/plans/${planId}`;
  for (const path of ["/plans", plan, `${plan}/steps`, `${plan}/steps?step=${stepId}`, `${plan}/decision`]) {
    await page.goto(path);
    await expect(page.getByText(name.slice(0, 160)).filter({ visible: true }).first()).toBeVisible();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths, path).toEqual([390, 390]);
  }
  await withDatabase(async (sql) => {
    await sql`delete from option where id = ${optionId}`;
    await sql`delete from milestone where id = ${milestoneId}`;
  });
});
