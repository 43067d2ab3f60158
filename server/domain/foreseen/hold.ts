import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { reminderHold } from "@/db/schema";
import { ownZoneOf, type Zone } from "@/db/vocabulary";
import { refused } from "../_kernel";
import { lockParticipant } from "../participant";
import { touchReminders } from "../reminder";
import { foreseeMails } from "./foresee";
import { type ForeseenMail, HoldMail, MailPreview } from "./schemas";
import { verbForeseeing } from "./verb-foreseeing";

/**
 * Holds one foreseen mail back. Of a reminder what whoever holds it sees in it is left out on that day, and let go; what they don't
 * see goes its way. A digest says nothing of this plan, and the next one tells it from where it was told last. A reminder of an
 * invitation counts as sent.
 * @throws Refusal `not_allowed` for the other side's digest.
 */
export const holdMail = verbForeseeing({
  name: "reminder.hold",
  scope: "plan",
  kind: "mutation",
  input: HoldMail,
  output: MailPreview,
  may: "reminder.manage",
  async act({ tx, actor, input, now, record }, known) {
    const { kind, participantId, day } = input;
    // Whoever sends it has this lock: it is held before it goes, or has gone and is not foreseen.
    if (kind === "invitation") await lockParticipant(tx, actor, participantId);
    const mail = foreseenIn(await foreseeMails(tx, actor, known, now), input);
    if (!mail) throw refused("not_found");
    if (!mail.mayHold) throw refused("not_allowed");
    for (const zone of zonesToHold(mail)) {
      const held = { workspaceId: actor.workspaceId, planId: actor.planId, zone, participantId, localDay: day };
      await tx
        .insert(reminderHold)
        .values({ ...held, mail: kind, heldByName: actor.name, heldAt: now })
        .onConflictDoNothing();
      await record("reminder.held", {
        zone,
        subject: { type: "participant", id: participantId },
        after: { name: mail.name, day, mail: kind },
      });
    }
    if (kind === "reminder") await touchReminders(tx, { ...actor, participantIds: [participantId] });
    return foreseeMails(tx, actor, known, now);
  },
});

/** Lets a held mail go out after all. */
export const releaseMail = verbForeseeing({
  name: "reminder.release",
  scope: "plan",
  kind: "mutation",
  input: HoldMail,
  output: MailPreview,
  may: "reminder.manage",
  async act({ tx, actor, input, now, record }, known) {
    const { kind, participantId, day } = input;
    if (kind === "invitation") await lockParticipant(tx, actor, participantId);
    const mail = foreseenIn(await foreseeMails(tx, actor, known, now), input);
    if (mail && !mail.mayHold) throw refused("not_allowed");
    // What was held and is past is not foreseen: it can't go out any more.
    if (!mail && kind !== "reminder") throw refused("not_found");
    const released = await tx
      .delete(reminderHold)
      .where(
        and(
          eq(reminderHold.workspaceId, actor.workspaceId),
          eq(reminderHold.planId, actor.planId),
          eq(reminderHold.participantId, participantId),
          eq(reminderHold.localDay, day),
          eq(reminderHold.mail, kind),
        ),
      )
      .returning({ zone: reminderHold.zone });
    if (released.length === 0) throw refused("not_found");
    const preview = await foreseeMails(tx, actor, known, now);
    const name = preview.mails.find((each) => each.participantId === participantId)?.name ?? null;
    for (const { zone } of released) {
      await record("reminder.released", {
        zone,
        subject: { type: "participant", id: participantId },
        after: { name, day, mail: kind },
      });
    }
    if (kind === "reminder") await touchReminders(tx, { ...actor, participantIds: [participantId] });
    return preview;
  },
});

const foreseenIn = ({ mails }: z.input<typeof MailPreview>, { kind, participantId, day }: z.output<typeof HoldMail>) =>
  mails.find((mail) => mail.kind === kind && mail.participantId === participantId && mail.day === day);

function zonesToHold({ kind, side, steps, isHeld }: ForeseenMail): Zone[] {
  if (isHeld) return [];
  if (kind === "digest") return [ownZoneOf(side)];
  if (kind === "invitation") return ["shared"];
  return [...new Set(steps.flatMap((step) => (step.isHeld ? [] : [step.zone])))];
}
