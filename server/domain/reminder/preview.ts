import { PlanRef } from "../plan/schemas";
import { foreseePlan } from "./foresee-plan";
import { verbWithMornings } from "./mornings";
import { ReminderPreview } from "./schemas";

/** Which reminders will go to whom within a fortnight, as far as the reader sees what is in them. */
export const previewReminders = verbWithMornings({
  name: "reminder.preview",
  scope: "plan",
  kind: "query",
  input: PlanRef,
  output: ReminderPreview,
  may: "reminder.manage",
  act: ({ tx, actor, now }, mornings) => foreseePlan(tx, actor, mornings, now),
});
