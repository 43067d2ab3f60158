import { linkUse } from "@/db/schema";
import type { Caller, PlanActor } from "./actor";
import { refused } from "./refusal";
import type { Tx } from "./within";

/**
 * Uses a mail's link up, in the transaction of the act that it is for: a refused act leaves it good, and of two presses one acts.
 * @throws Refusal `link_used`
 */
export async function spendLink(tx: Tx, actor: PlanActor, link: NonNullable<Caller["link"]>, now: Date): Promise<void> {
  if (actor.participantId === null) throw refused("not_found");
  const spent = await tx
    .insert(linkUse)
    .values({
      workspaceId: actor.workspaceId,
      id: link.id,
      planId: actor.planId,
      zone: actor.side === "buyer" ? "committee" : "seller",
      participantId: actor.participantId,
      act: link.act,
      detail: link.detail,
      usedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: linkUse.id });
  if (spent.length === 0) throw refused("link_used");
}
