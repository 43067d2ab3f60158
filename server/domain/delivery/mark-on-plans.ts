import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { mail } from "@/db/schema";
import { participant } from "@/db/schema";
import { become, recordEvent, type Tx } from "../_kernel";

type About = Pick<typeof mail.$inferSelect, "workspaceId" | "participantId" | "to" | "template">;

/**
 * Wherever this workspace's plans name the address, they say that it takes no mail; another company's plans learn it from their
 * own mail. The place that an invitation was for is left to the invitation. @returns the plans that changed.
 */
export async function markOnPlans(tx: Tx, { workspaceId, participantId, to, template }: About, at: Date) {
  if (!workspaceId) return [];
  await become(tx, { kind: "system", job: "mail.bounced", workspaceId });
  const isInvitation = template === "invitation" || template === "invitation-reminder";
  const marked = await tx
    .update(participant)
    .set({ bouncedAt: at, version: sql`${participant.version} + 1` })
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.email, to),
        isNull(participant.removedAt),
        isNull(participant.bouncedAt),
        isInvitation && participantId ? ne(participant.id, participantId) : undefined,
      ),
    )
    .returning({ id: participant.id, planId: participant.planId, name: participant.name, status: participant.status });
  for (const { id, planId, name, status } of marked) {
    await recordEvent(tx, { workspaceId, participantId: null, name: "Throughline" }, at, "participant.bounced", {
      planId,
      subject: { type: "participant", id },
      after: { name, status },
    });
  }
  return marked.map(({ planId }) => planId);
}
