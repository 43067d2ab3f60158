import { and, eq, gte, inArray, lte } from "drizzle-orm";
import { reminderHold } from "@/db/schema";
import type { ForeseenKind } from "@/db/vocabulary";
import type { Tx } from "../_kernel";

type Asked = {
  workspaceId: string;
  mail: ForeseenKind;
  participantIds: string[];
  /** Local days: from the one until the other. */
  from: string;
  until: string;
};

/** Which of these participants' mails are held back, on which days. */
export const findHolds = (tx: Tx, { workspaceId, mail, participantIds, from, until }: Asked) =>
  tx
    .select({
      participantId: reminderHold.participantId,
      day: reminderHold.localDay,
      heldByName: reminderHold.heldByName,
    })
    .from(reminderHold)
    .where(
      and(
        eq(reminderHold.workspaceId, workspaceId),
        inArray(reminderHold.participantId, participantIds),
        eq(reminderHold.mail, mail),
        gte(reminderHold.localDay, from),
        lte(reminderHold.localDay, until),
      ),
    );
