import { and, eq } from "drizzle-orm";
import { escalationRule } from "@/db/schema";
import { foreseePlan } from "./foresee-plan";
import { verbWithMornings } from "./mornings";
import { ReminderPreview, SetEscalation } from "./schemas";

/** After how many working days the actor's side has what is overdue raised to whoever leads it; null: never. */
export const setEscalation = verbWithMornings({
  name: "reminder.set_escalation",
  scope: "plan",
  kind: "mutation",
  input: SetEscalation,
  output: ReminderPreview,
  may: "reminder.manage",
  async act({ tx, actor, input: { afterDays }, now, record }, mornings) {
    const { workspaceId, planId } = actor;
    const zone = actor.side === "buyer" ? "committee" : "seller";
    const isThis = and(
      eq(escalationRule.workspaceId, workspaceId),
      eq(escalationRule.planId, planId),
      eq(escalationRule.zone, zone),
    );
    const [was] = await tx.select({ afterDays: escalationRule.afterDays }).from(escalationRule).where(isThis);
    if ((was?.afterDays ?? null) !== afterDays) {
      if (afterDays === null) await tx.delete(escalationRule).where(isThis);
      else {
        await tx
          .insert(escalationRule)
          .values({ workspaceId, planId, zone, afterDays })
          .onConflictDoUpdate({
            target: [escalationRule.workspaceId, escalationRule.planId, escalationRule.zone],
            set: { afterDays },
          });
      }
      await record("plan.escalation_set", {
        zone,
        subject: { type: "plan", id: planId },
        before: { afterDays: was?.afterDays ?? null },
        after: { afterDays },
      });
    }
    return foreseePlan(tx, actor, mornings, now);
  },
});
