import { and, eq } from "drizzle-orm";
import { participant } from "@/db/schema";
import { now, recordEvent, withinSystem } from "../domain/_kernel";
import { wake } from "../domain/_kernel/bus";
import type { QueuedMail } from "./claim";

/** Shows on the plan that an invited person's address takes no mail. Whoever has joined by another way stays as they are. */
export async function markBounced({ template, workspaceId, planId, participantId }: QueuedMail): Promise<void> {
  if (template !== "invitation" || !workspaceId || !planId || !participantId) return;
  const actor = { kind: "system", job: "mail.deliver", workspaceId, planId } as const;
  const hasChanged = await withinSystem(actor, async (tx) => {
    const changed = await tx
      .update(participant)
      .set({ status: "bounced" })
      .where(
        and(
          eq(participant.workspaceId, workspaceId),
          eq(participant.id, participantId),
          eq(participant.status, "invited"),
        ),
      )
      .returning({ name: participant.name });
    if (changed.length === 0) return false;
    await recordEvent(tx, { workspaceId, participantId: null, name: "Throughline" }, now(), "participant.bounced", {
      planId,
      subject: { type: "participant", id: participantId },
      before: { status: "invited" },
      after: { status: "bounced", name: changed[0]?.name ?? null },
    });
    return true;
  });
  if (hasChanged) wake(planId);
}
