import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { securityHeaders } from "@/server/headers";

const files = /^\/(_next\/(static|image)|favicon|icon|fonts\/)/;

/**
 * Gives each page its nonce: Next reads it from the request's policy, the browser from the answer's. Here and not in Next's own
 * proxy, which makes a second request and answer of each.
 */
export function addPageHeaders(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const path = incoming.url?.split("?")[0] ?? "/";
  if (files.test(path)) return;
  const nonce = randomBytes(16).toString("base64");
  const headers = securityHeaders(path, nonce);
  incoming.headers["content-security-policy"] = headers["content-security-policy"];
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
}
