import type { participant } from "@/db/schema";
import { resendAt } from "../access";
import type { Participant } from "./schemas";

export type ParticipantRow = typeof participant.$inferSelect;

/** Beats come every 20 seconds; two may be lost before somebody counts as gone. */
export const HERE_SECONDS = 50;

type Shown = Pick<ParticipantRow, (keyof ParticipantRow & keyof Participant) | "resends">;

export function showParticipant(
  row: Shown,
  presence: { seenAt: Date; leftAt: Date | null } | null,
  now: Date,
): Participant {
  const isHere =
    presence !== null && presence.leftAt === null && now.getTime() - presence.seenAt.getTime() < HERE_SECONDS * 1000;
  return { ...row, lastSeenAt: presence?.seenAt ?? null, isHere, resendAt: isOut(row) ? resendAt(row) : null };
}

const isOut = ({ status, mailedAt }: Shown) => status !== "joined" && mailedAt !== null;
