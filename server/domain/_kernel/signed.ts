import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/server/env";

type Purpose = "step" | "preferences" | "unsubscribe" | "request" | "feed";

/** A token that says what it is for and cannot be altered: `payload.signature`, both base64url. */
export function sign(purpose: Purpose, payload: Record<string, string | number>): string {
  const body = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${body}.${signature(purpose, body)}`;
}

/** @returns the payload, or null when the signature, the purpose or the form is wrong. */
export function readSigned(purpose: Purpose, token: string): Record<string, string | number> | null {
  const [body = "", given = ""] = token.split(".");
  const expected = Buffer.from(signature(purpose, body));
  const received = Buffer.from(given);
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return null;
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

const signature = (purpose: Purpose, body: string) =>
  createHmac("sha256", env.AUTH_SECRET).update(`${purpose}:${body}`).digest("base64url");
