import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type Claims = { sub: string; email?: string; email_verified?: unknown; name?: string };
export type OidcProvider = Awaited<ReturnType<typeof startOidcProvider>>;

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(claims: object): string {
  const token = `${encoded({ alg: "RS256", kid: "one" })}.${encoded(claims)}`;
  return `${token}.${createSign("RSA-SHA256").update(token).sign(privateKey, "base64url")}`;
}

/** An OpenID Connect provider that says of whoever signs in what the test wants it to say. */
export async function startOidcProvider(clientId: string) {
  const codes = new Map<string, Claims & { nonce: string | null }>();
  const bodyOf = async (request: IncomingMessage) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    return new URLSearchParams(body);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    const answer = (value: unknown) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (pathname === "/jwks")
      return answer({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256" }] });
    if (pathname === "/token") {
      const claims = codes.get((await bodyOf(request)).get("code") ?? "");
      const now = Math.floor(Date.now() / 1000);
      const idToken = signed({ ...claims, iss: issuer, aud: clientId, iat: now, exp: now + 60 });
      return answer({ access_token: "theirs", token_type: "bearer", id_token: idToken });
    }
    answer({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    /** The person says yes at `/authorize`. @returns what the browser brings back to us. */
    approve(asked: URL, claims: Claims): URLSearchParams {
      const code = `code-${codes.size}`;
      codes.set(code, { ...claims, nonce: asked.searchParams.get("nonce") });
      return new URLSearchParams({ code, state: asked.searchParams.get("state") ?? "", iss: issuer });
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
