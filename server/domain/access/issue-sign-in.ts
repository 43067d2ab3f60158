import { createHmac } from "node:crypto";
import { signIn } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { env } from "@/server/env";
import { hashOf, newCode, newId, newToken, queueMail, type Tx } from "../_kernel";
import { safePath } from "./safe-path";

export const SIGN_IN_MINUTES = 15;

type SignIn = { email: string; redirectTo?: string | null; language?: Language | null; now: Date };

/** Mails a link and a code for one address, either of which opens one session within a quarter of an hour. */
export async function issueSignIn(tx: Tx, given: SignIn) {
  const { email, now } = given;
  const id = newId();
  const token = newToken();
  const code = newCode();
  await tx.insert(signIn).values({
    id,
    email,
    tokenHash: hashOf(token),
    codeHash: codeHash(email, code),
    redirectTo: safePath(given.redirectTo),
    expiresAt: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000),
    createdAt: now,
  });
  await queueMail(tx, {
    key: `sign-in:${id}`,
    template: "sign-in",
    to: email,
    locale: given.language,
    props: { url: `${env.APP_URL}/sign-in/confirm?token=${token}`, code, minutes: SIGN_IN_MINUTES },
    now,
  });
}

/** Six digits are soon tried through: their hash takes the installation's secret, and the address that they are good for. */
export const codeHash = (email: string, code: string) =>
  createHmac("sha256", env.AUTH_SECRET).update(`code:${email}:${code}`).digest("hex");
