import { and, eq, isNull } from "drizzle-orm";
import { participant } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import { type PlanActor, refused, type Tx } from "../_kernel";

const sideOf = { committee: "buyer", seller: "seller" } as const;

/** Refuses a zone that the actor could not see afterwards. */
export function mayUseZone(actor: PlanActor, zone: Zone): void {
  if (zone !== "shared" && sideOf[zone] !== actor.side) throw refused("not_allowed");
}

/** Refuses an owner who has left, or who could not see a step of this zone. */
export async function mayOwn(tx: Tx, actor: PlanActor, ownerId: string | null, zone: Zone): Promise<void> {
  if (!ownerId) return;
  const [owner] = await tx
    .select({ side: participant.side, name: participant.name })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, actor.workspaceId),
        eq(participant.planId, actor.planId),
        eq(participant.id, ownerId),
        isNull(participant.removedAt),
      ),
    );
  if (!owner) throw refused("owner_has_left");
  if (zone !== "shared" && owner.side !== sideOf[zone]) {
    throw refused("owner_cannot_see", { name: owner.name ?? undefined });
  }
}
