import { afterAll, expect, test } from "vitest";
import { handleNextAuth } from "@/server/auth/config";
import { callerOf } from "@/server/auth/session";
import { owner, useDatabase } from "../support/database";
import { aPerson } from "../support/factory";
import { type Claims, startOidcProvider } from "../support/oidc-provider";

const provider = await startOidcProvider("throughline");
useDatabase({
  AUTH_OIDC_ISSUER: provider.issuer,
  AUTH_OIDC_ID: "throughline",
  AUTH_OIDC_SECRET: "a secret of both",
});
afterAll(provider.stop);

const unproved: [string, Partial<Claims>][] = [
  ["says to be unverified", { email_verified: false }],
  ["says nothing about", { email_verified: undefined }],
  ["only words as if it were verified", { email_verified: "true" }],
];
test.each(unproved)("an address that the provider %s opens nothing and links nothing", async (_, said) => {
  const known = await aPerson();
  for (const email of [known.email, `nobody.${crypto.randomUUID()}@people.test`]) {
    const { response, cookies } = await signIn({ sub: crypto.randomUUID(), email, ...said });
    expect(response.headers.get("location")).toMatch(/\/sign-in\?error=address_not_verified$/);
    expect((await callerOf(new Headers({ cookie: cookies }))).personId).toBeNull();
    const people = await owner()`select id from person where email = ${email}`;
    expect(people.map(({ id }) => id)).toEqual(email === known.email ? [known.personId] : []);
  }
  expect(await owner()`select 1 from account`).toHaveLength(0);
  expect(await owner()`select 1 from session where user_id = ${known.personId}`).toHaveLength(0);
});

test("a verified address is linked to its person once, and opens their doors and nobody else's", async () => {
  const known = await aPerson();
  const sub = crypto.randomUUID();
  for (const email of [known.email.toUpperCase(), known.email]) {
    const { response, cookies } = await signIn({ sub, email, email_verified: true });
    expect(response.headers.get("location")).not.toContain("error");
    expect((await callerOf(new Headers({ cookie: cookies }))).personId).toBe(known.personId);
  }
  const accounts = await owner()`select user_id, provider_account_id from account`;
  expect([...accounts]).toEqual([{ user_id: known.personId, provider_account_id: sub }]);

  const unverified = await signIn({ sub, email: known.email, email_verified: false });
  expect(unverified.response.headers.get("location")).toContain("error=address_not_verified");
  expect((await callerOf(new Headers({ cookie: unverified.cookies }))).personId).toBeNull();
});

/** Goes the way of a browser: our button, the provider's page, and back. */
async function signIn(claims: Claims) {
  const jar = new Map<string, string>();
  const visit = async (path: string, form?: Record<string, string>) => {
    const response = await handleNextAuth(
      new Request(`http://localhost:3000/api/auth/${path}`, {
        method: form ? "POST" : "GET",
        headers: { cookie: written(jar), "content-type": "application/x-www-form-urlencoded" },
        body: form && new URLSearchParams(form).toString(),
      }),
    );
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";", 1);
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  };
  const { csrfToken } = await (await visit("csrf")).json();
  const asked = await visit("signin/oidc", { csrfToken, callbackUrl: "/plans" });
  const back = provider.approve(new URL(asked.headers.get("location") ?? ""), claims);
  return { response: await visit(`callback/oidc?${back}`), cookies: written(jar) };
}

const written = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
