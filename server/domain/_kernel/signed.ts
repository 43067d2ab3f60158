import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/server/env";

type Purpose = "step" | "preferences" | "unsubscribe" | "request" | "feed";

/** A token that says what it is for and cannot be altered: `payload.signature`, both base64url. */
export const sign = (purpose: Purpose, payload: Record<string, string | number>): string =>
  signText(purpose, Buffer.from(JSON.stringify(payload)).toString("base64url"));

/** The same of a text of characters that a URL shows as they are. */
export const signText = (purpose: Purpose, text: string): string => `${text}.${signature(purpose, text)}`;

/** @returns the payload, or null when the signature, the purpose or the form is wrong. */
export function readSigned(purpose: Purpose, token: string): Record<string, string | number> | null {
  try {
    return JSON.parse(Buffer.from(textOf(purpose, token) ?? "", "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** @returns the text, or null when the signature or the purpose is wrong. */
export function textOf(purpose: Purpose, token: string): string | null {
  const at = token.lastIndexOf(".");
  const [text, given] = [token.slice(0, Math.max(0, at)), token.slice(at + 1)];
  const expected = Buffer.from(signature(purpose, text));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received) ? text : null;
}

const signature = (purpose: Purpose, body: string) =>
  createHmac("sha256", env.AUTH_SECRET).update(`${purpose}:${body}`).digest("base64url");
