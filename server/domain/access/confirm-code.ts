import { timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { signIn } from "@/db/schema";
import { type Tx, takePoint, verb } from "../_kernel";
import { ensurePerson } from "./ensure-person";
import { codeHash } from "./issue-sign-in";
import { safePath } from "./safe-path";
import { CodeOutcome, SignInCode } from "./schemas";
import { openSession } from "./session";

const TRIES = 5;

/** Opens a session for an address and the six digits of its newest sign-in mail. Five tries, then only the link works. */
export const confirmCode = verb({
  name: "access.confirm_code",
  scope: "visitor",
  kind: "mutation",
  input: SignInCode,
  output: CodeOutcome,
  may: "access.enter",
  before: (_, { email }) => takePoint("code.address", email),
  async act({ tx, input, caller, now }): Promise<z.input<typeof CodeOutcome>> {
    const tried = await tryCode(tx, input, now);
    if (tried.outcome !== "right") return tried;
    const who = await ensurePerson(tx, { email: tried.email, now });
    const { device, sessionId: replaces } = caller;
    const { timeZone, language } = input;
    const opened = await openSession(tx, { personId: who.id, now, device, timeZone, language, replaces });
    return {
      outcome: "opened",
      ...opened,
      personId: who.id,
      redirectTo: safePath(input.redirectTo ?? tried.redirectTo),
    };
  },
});

type Tried =
  | { outcome: "right"; email: string; redirectTo: string | null }
  | { outcome: "code_wrong"; left: number }
  | { outcome: "code_used_up" };

/** Tries a code on the newest mail of its address, and uses it up when it is right. That it was tried stays counted. */
export async function tryCode(tx: Tx, given: { email: string; code: string }, now: Date): Promise<Tried> {
  const newest = tx
    .select({ id: signIn.id })
    .from(signIn)
    .where(and(eq(signIn.email, given.email), isNull(signIn.usedAt), gt(signIn.expiresAt, now)))
    .orderBy(desc(signIn.createdAt), desc(signIn.id))
    .limit(1);
  const [tried] = await tx
    .update(signIn)
    .set({ tries: sql`${signIn.tries} + 1` })
    .where(and(eq(signIn.id, sql`(${newest})`), lt(signIn.tries, TRIES), isNull(signIn.usedAt)))
    .returning();
  if (!tried) return { outcome: "code_used_up" };

  if (!isSame(tried.codeHash, codeHash(given.email, given.code))) {
    const left = TRIES - tried.tries;
    return left > 0 ? { outcome: "code_wrong", left } : { outcome: "code_used_up" };
  }
  await tx.update(signIn).set({ usedAt: now }).where(eq(signIn.id, tried.id));
  return { outcome: "right", email: tried.email, redirectTo: tried.redirectTo };
}

const isSame = (kept: string, given: string) => timingSafeEqual(Buffer.from(kept), Buffer.from(given));
