import { inArray } from "drizzle-orm";
import type { mail } from "@/db/schema";
import { mailPause } from "@/db/schema";
import type { Tx } from "../_kernel";
import { type Purpose, purposeOf } from "./purpose";
import { type SuppressionReason, suppressedAmong } from "./suppression";

type Due = Pick<typeof mail.$inferSelect, "id" | "to" | "workspaceId" | "template">;

export type Bar = { skip: string; isDeadAddress: boolean };

/** Which of these mails may not go now: by their address, or by the state of their workspace. Asked before each sending. */
export async function barred(tx: Tx, mails: Due[]): Promise<Map<string, Bar>> {
  const workspaceIds = [...new Set(mails.flatMap(({ workspaceId }) => workspaceId ?? []))];
  const [suppressed, pauses] = await Promise.all([
    suppressedAmong(
      tx,
      mails.map(({ to }) => to),
    ),
    workspaceIds.length === 0
      ? []
      : tx
          .select({ workspaceId: mailPause.workspaceId })
          .from(mailPause)
          .where(inArray(mailPause.workspaceId, workspaceIds)),
  ]);
  const paused = new Set(pauses.map(({ workspaceId }) => workspaceId));
  return new Map(
    mails.flatMap(({ id, to, workspaceId, template }): [string, Bar][] => {
      const bar = barOf(purposeOf(template), suppressed.get(to), workspaceId !== null && paused.has(workspaceId));
      return bar ? [[id, bar]] : [];
    }),
  );
}

export function barOf(purpose: Purpose, reason: SuppressionReason | undefined, isPaused: boolean): Bar | null {
  if (reason === "bounce") return { skip: "mail to this address has bounced", isDeadAddress: true };
  if (reason === "complaint" && purpose !== "asked for") {
    return { skip: "its reader has called our mail unwanted", isDeadAddress: false };
  }
  return isPaused && purpose === "told" ? { skip: "its workspace's mail is paused", isDeadAddress: false } : null;
}
