import { and, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { signIn } from "@/db/schema";
import { hashOf, refused, type Tx, verb } from "../_kernel";
import { ensurePerson } from "./ensure-person";
import { ConfirmSignIn, Opened, SignInLink, SignInPreview } from "./schemas";
import { openSession } from "./session";

/** What the page behind an emailed link shows. Looking uses nothing up. */
export const previewSignIn = verb({
  name: "access.preview_sign_in",
  scope: "visitor",
  kind: "query",
  input: SignInLink,
  output: SignInPreview,
  may: "access.enter",
  async act({ tx, input, now }): Promise<z.input<typeof SignInPreview>> {
    const row = await find(tx, input.token);
    if (!row) return { state: "unknown", email: null };
    if (row.usedAt) return { state: "used", email: row.email };
    return { state: row.expiresAt > now ? "open" : "expired", email: row.email };
  },
});

/** Opens a session for whoever holds an emailed link, once. */
export const confirmSignIn = verb({
  name: "access.confirm_sign_in",
  scope: "visitor",
  kind: "mutation",
  input: ConfirmSignIn,
  output: Opened,
  may: "access.enter",
  async act({ tx, input, caller, now }) {
    const [used] = await tx
      .update(signIn)
      .set({ usedAt: now })
      .where(and(eq(signIn.tokenHash, hashOf(input.token)), isNull(signIn.usedAt), gt(signIn.expiresAt, now)))
      .returning();
    if (!used) {
      const row = await find(tx, input.token);
      throw refused(!row ? "not_found" : row.usedAt ? "link_used" : "link_expired");
    }
    const who = await ensurePerson(tx, { email: used.email, now });
    const { device, sessionId: replaces } = caller;
    const { timeZone, language } = input;
    const opened = await openSession(tx, { personId: who.id, now, device, timeZone, language, replaces });
    return { ...opened, personId: who.id, redirectTo: used.redirectTo ?? "/plans" };
  },
});

async function find(tx: Tx, token: string) {
  const [row] = await tx
    .select()
    .from(signIn)
    .where(eq(signIn.tokenHash, hashOf(token)));
  return row;
}
