import { expect, test } from "@playwright/test";
import common from "@/app/_messages/en/common.json" with { type: "json" };
import steps from "@/app/_messages/en/steps.json" with { type: "json" };
import { newId } from "@/server/domain/_kernel/ids";
import { cast, customer, openStep, planOf, signIn, withDatabase } from "./support/cast";

/** A step of the committee's own, with one comment on it. */
async function aPrivateStep(planId: string) {
  const id = newId();
  const { id: beside } = await openStep(planId);
  await withDatabase(async (sql) => {
    await sql`
      insert into step (workspace_id, id, plan_id, milestone_id, zone, title, kind, status, position)
      select workspace_id, ${id}, plan_id, milestone_id, 'committee', 'Agree what we would pay', 'task', 'todo', position || 'W'
        from step where id = ${beside}`;
    await sql`
      insert into comment (workspace_id, id, plan_id, zone, subject_type, subject_id, author_name, body)
      select workspace_id, ${newId()}, plan_id, 'committee', 'step', id, 'Tomás Silva', '90 at most' from step where id = ${id}`;
  });
  return id;
}

const zoneOf = async (id: string) => {
  const [row] = await withDatabase(
    (sql) => sql<{ step: string; comment: string }[]>`
      select s.zone as step, c.zone as comment from step s join comment c on c.subject_id = s.id where s.id = ${id}`,
  );
  return row;
};

test("before a private step is shown, it is said what the other side will then read", async ({ page, context }) => {
  const planId = await planOf(customer);
  const id = await aPrivateStep(planId);
  await signIn(context, cast.lead);
  await page.goto(`/plans/${planId}/steps?step=${id}`);
  const panel = page.locator(`[data-step-open="${id}"]`).filter({ visible: true });
  const shared = page.getByRole("radio", { name: common.zone.shared });
  const choose = async () => {
    await panel.getByRole("button", { name: steps.zone.change, exact: true }).click();
    await shared.click();
  };
  const question = page.getByRole("dialog", { name: steps.zone.show.title.replace("{other}", "Acme Scheduling") });

  await choose();
  await expect(question).toContainText("1 comment");
  await question.getByRole("button", { name: common.cancel, exact: true }).click();
  await expect(question).toBeHidden();
  expect(await zoneOf(id)).toEqual({ step: "committee", comment: "committee" });

  await choose();
  await question.getByRole("button", { name: steps.zone.show.now }).click();
  await expect(question).toBeHidden();
  await expect.poll(() => zoneOf(id)).toEqual({ step: "shared", comment: "shared" });
});
