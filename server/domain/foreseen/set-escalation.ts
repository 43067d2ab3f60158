import { and, eq } from "drizzle-orm";
import { escalationRule } from "@/db/schema";
import { ownZoneOf } from "@/db/vocabulary";
import { foreseeMails } from "./foresee";
import { MailPreview, SetEscalation } from "./schemas";
import { verbForeseeing } from "./verb-foreseeing";

/** After how many working days the actor's side has what is overdue raised to whoever leads it; null: never. */
export const setEscalation = verbForeseeing({
  name: "reminder.set_escalation",
  scope: "plan",
  kind: "mutation",
  input: SetEscalation,
  output: MailPreview,
  may: "reminder.manage",
  async act({ tx, actor, input: { afterDays }, now, record }, known) {
    const { workspaceId, planId } = actor;
    const zone = ownZoneOf(actor.side);
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
    return foreseeMails(tx, actor, known, now);
  },
});
