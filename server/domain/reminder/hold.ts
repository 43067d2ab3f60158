import { and, eq } from "drizzle-orm";
import { reminderHold } from "@/db/schema";
import { refused } from "../_kernel";
import { foreseePlan } from "./foresee-plan";
import { verbWithMornings } from "./mornings";
import { HoldReminder, ReminderPreview } from "./schemas";
import { touchReminders } from "./touch";

/**
 * Holds one foreseen reminder back: what whoever holds it sees in it is left out on that day, and let go. What they don't see
 * goes its way.
 */
export const holdReminder = verbWithMornings({
  name: "reminder.hold",
  scope: "plan",
  kind: "mutation",
  input: HoldReminder,
  output: ReminderPreview,
  may: "reminder.manage",
  async act({ tx, actor, input: { participantId, day }, now, record }, mornings) {
    const { mails } = await foreseePlan(tx, actor, mornings, now);
    const mail = mails.find((each) => each.participantId === participantId && each.day === day);
    if (!mail) throw refused("not_found");
    const zones = [...new Set(mail.steps.flatMap(({ zone, isHeld }) => (isHeld ? [] : [zone])))];
    for (const zone of zones) {
      const held = { workspaceId: actor.workspaceId, planId: actor.planId, zone, participantId, localDay: day };
      await tx
        .insert(reminderHold)
        .values({ ...held, heldByName: actor.name, heldAt: now })
        .onConflictDoNothing();
      await record("reminder.held", {
        zone,
        subject: { type: "participant", id: participantId },
        after: { name: mail.name, day },
      });
    }
    await touchReminders(tx, { ...actor, participantIds: [participantId] });
    return foreseePlan(tx, actor, mornings, now);
  },
});

/** Lets a held reminder go out after all. */
export const releaseReminder = verbWithMornings({
  name: "reminder.release",
  scope: "plan",
  kind: "mutation",
  input: HoldReminder,
  output: ReminderPreview,
  may: "reminder.manage",
  async act({ tx, actor, input: { participantId, day }, now, record }, mornings) {
    const released = await tx
      .delete(reminderHold)
      .where(
        and(
          eq(reminderHold.workspaceId, actor.workspaceId),
          eq(reminderHold.planId, actor.planId),
          eq(reminderHold.participantId, participantId),
          eq(reminderHold.localDay, day),
        ),
      )
      .returning({ zone: reminderHold.zone });
    if (released.length === 0) throw refused("not_found");
    const preview = await foreseePlan(tx, actor, mornings, now);
    const name = preview.mails.find((mail) => mail.participantId === participantId)?.name ?? null;
    for (const { zone } of released) {
      await record("reminder.released", {
        zone,
        subject: { type: "participant", id: participantId },
        after: { name, day },
      });
    }
    await touchReminders(tx, { ...actor, participantIds: [participantId] });
    return preview;
  },
});
