import { eq } from "drizzle-orm";
import { z } from "zod";
import { invitation, type mail } from "@/db/schema";
import { hashOf, type Tx, withSecret } from "../_kernel";

type Queued = Pick<typeof mail.$inferSelect, "id" | "props">;

const WithLink = z.object({ url: z.url() });

/** Invitations whose link ended while their mail waited to leave: used, taken back, or replaced by a newer one. */
export async function recheckInvitations(tx: Tx, mails: readonly Queued[]): Promise<Map<string, { skip: string }>> {
  const stale = new Map<string, { skip: string }>();
  for (const { id, props } of mails) {
    const link = WithLink.safeParse(props).data?.url;
    const token = link && new URL(link).searchParams.get("token");
    if (!token) continue;
    await withSecret(tx, hashOf(token));
    const [offer] = await tx
      .select({ usedAt: invitation.usedAt, revokedAt: invitation.revokedAt })
      .from(invitation)
      .where(eq(invitation.tokenHash, hashOf(token)));
    if (offer?.usedAt) stale.set(id, { skip: "the invitation was used" });
    else if (offer?.revokedAt) stale.set(id, { skip: "the invitation was taken back or replaced" });
  }
  if (mails.length > 0) await withSecret(tx, "");
  return stale;
}
