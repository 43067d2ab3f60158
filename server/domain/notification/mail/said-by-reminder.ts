import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { mail, reminderDay } from "@/db/schema";
import type { NotificationKind } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";

const Steps = z.object({ steps: z.array(z.object({ stepId: z.string() })) });

/** The steps that this morning's reminder names, if there was one: it says where each stands. */
export async function remindedToday(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  today: string,
): Promise<Set<string>> {
  const rows = await tx
    .select({ props: mail.props })
    .from(reminderDay)
    .innerJoin(mail, and(eq(mail.id, reminderDay.mailId), inArray(mail.state, ["queued", "sent"])))
    .where(
      and(
        eq(reminderDay.workspaceId, workspaceId),
        eq(reminderDay.personId, personId),
        eq(reminderDay.localDay, today),
      ),
    );
  return new Set(
    rows.flatMap(({ props }) => {
      const read = Steps.safeParse(props);
      return read.success ? read.data.steps.map(({ stepId }) => stepId) : [];
    }),
  );
}

/** That a step is yours, when it is due and that you can go on with it: a reminder says the same. */
const saidByReminders: readonly NotificationKind[] = ["given", "moved", "status", "awaited_done", "stalled"];

type Said = { kind: NotificationKind; subjectId: string; stepId: string | null };

export const isSaidBy = (reminded: Set<string>, { kind, subjectId, stepId }: Said): boolean =>
  saidByReminders.includes(kind) && reminded.has(stepId ?? subjectId);
