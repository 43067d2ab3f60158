import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { plan, stepReminder } from "@/db/schema";
import { refused, todayIn } from "../_kernel";
import { morningZone } from "../calendar";
import { mostReminders, snoozeReminders, touchReminders, verbWithMornings } from "../reminder";
import { lockStep } from "./lock";
import { showStep } from "./save";
import { SnoozeStep, Step } from "./schemas";

const FURTHEST_DAYS = 366;

/**
 * Puts the reminders of one's own step off to a day that is still to come where one is, or no longer. Its date stays; another date or another owner ends it.
 * @throws Refusal `not_yours` for somebody else's step; `most_reminders` where no reminder would come on that day either.
 */
export const snoozeStep = verbWithMornings({
  name: "step.snooze",
  scope: "plan",
  kind: "mutation",
  input: SnoozeStep,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, now, record }, mornings) {
    const { until } = input;
    const row = await lockStep(tx, input);
    if (actor.participantId === null) throw refused("not_allowed");
    if (row.ownerId !== actor.participantId) throw refused("not_yours");
    const [[home], [known]] = await Promise.all([
      tx
        .select({ timeZone: plan.timeZone, country: plan.country })
        .from(plan)
        .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId))),
      tx
        .select({ snoozedUntil: stepReminder.snoozedUntil, sent: stepReminder.sent })
        .from(stepReminder)
        .where(and(eq(stepReminder.workspaceId, actor.workspaceId), eq(stepReminder.stepId, row.id))),
    ]);
    const own = mornings.get(actor.participantId);
    const zone = home && own ? morningZone(own.timeZone, own.email, home) : (home?.timeZone ?? "UTC");
    if (until !== null) isSoonEnough(until, todayIn(zone, now));
    const was = known?.snoozedUntil ?? null;
    if (row.status === "done" || row.status === "dropped") return showStep(tx, row);
    if (until !== null && (known?.sent ?? 0) >= mostReminders) throw refused("most_reminders");
    if (was === until) return showStep(tx, row);

    await snoozeReminders(tx, actor.workspaceId, row.id, until);
    await touchReminders(tx, { ...actor, participantIds: [actor.participantId] });
    await record("step.snoozed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { until: was },
      after: { title: row.title, until },
    });
    return showStep(tx, row);
  },
});

function isSoonEnough(until: string, today: string): void {
  if (until <= today) throw refused("invalid", { fields: { until: "not_later" } });
  const furthest = Temporal.PlainDate.from(today).add({ days: FURTHEST_DAYS }).toString();
  if (until > furthest) throw refused("invalid", { fields: { until: "date_out_of_range" } });
}
