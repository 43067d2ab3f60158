import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { mail, reminderDay } from "@/db/schema";
import type { NotificationKind } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";

const Steps = z.object({ steps: z.array(z.object({ stepId: z.string() })) });

/** The steps that this morning's reminder names, if there was one, and when it was made: it says where each stood then. */
export async function remindedToday(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  today: string,
): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ props: mail.props, createdAt: mail.createdAt })
    .from(reminderDay)
    .innerJoin(mail, and(eq(mail.id, reminderDay.mailId), inArray(mail.state, ["queued", "sent"])))
    .where(
      and(
        eq(reminderDay.workspaceId, workspaceId),
        eq(reminderDay.personId, personId),
        eq(reminderDay.localDay, today),
      ),
    );
  return new Map(
    rows.flatMap(({ props, createdAt }) => {
      const read = Steps.safeParse(props);
      return read.success ? read.data.steps.map(({ stepId }) => [stepId, createdAt] as const) : [];
    }),
  );
}

/** That a step is yours, when it is due and that you can go on with it: a reminder says the same. */
const saidByReminders: readonly NotificationKind[] = ["given", "moved", "status", "awaited_done", "stalled"];

type Said = { kind: NotificationKind; subjectId: string; stepId: string | null; createdAt: Date };

/** What happened after the reminder was made is news. */
export function isSaidBy(reminded: Map<string, Date>, { kind, subjectId, stepId, createdAt }: Said): boolean {
  const saidAt = reminded.get(stepId ?? subjectId);
  return saidByReminders.includes(kind) && saidAt !== undefined && createdAt <= saidAt;
}
