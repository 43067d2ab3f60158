import { type NextRequest, NextResponse } from "next/server";
import { securityHeaders } from "@/server/headers";

/**
 * Gives each page its nonce, on hosts that run only Next: Next reads it from the request's policy, the browser from the answer's.
 * Our own server does so in front of Next (server/cli/http/page-headers.ts), where it costs less.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const answerHeaders = securityHeaders(request.nextUrl.pathname, nonce);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("content-security-policy", answerHeaders["content-security-policy"] ?? "");
  requestHeaders.set("x-nonce", nonce);

  const response = NextResponse.next({ request: { headers: requestHeaders } });
  for (const [name, value] of Object.entries(answerHeaders)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: [
    {
      source: "/((?!_next/static|_next/image|favicon|icon|fonts/).*)",
      missing: [{ type: "header", key: "content-security-policy" }],
    },
  ],
};
