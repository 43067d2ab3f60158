import { expect, test } from "@playwright/test";
import superjson from "superjson";
import { newId } from "@/server/domain/_kernel/ids";
import { cast, customer, digestPaths, planOf, signIn } from "./support/cast";
import { mailTo } from "./support/mailbox";
import { ask, formOf } from "./support/raw-request";
import { anotherServer, stop, theStage } from "./support/stage";

const forgeries: Record<string, string>[] = [
  { host: "evil.test" },
  { host: "evil.test:443", "x-forwarded-host": "evil.test", "x-forwarded-proto": "https", "x-forwarded-port": "443" },
  { "x-forwarded-host": "evil.test", forwarded: "host=evil.test;proto=https" },
  { host: "localhost:1", origin: "http://evil.test" },
];
const foreign = /evil\.test|localhost:1\b|https:\/\/localhost/;

for (const forged of forgeries) {
  test(`no page and no redirect is made from what a request says of its host: ${JSON.stringify(forged)}`, async () => {
    const { first } = theStage();
    const { unsubscribe } = await digestPaths();
    const paths = ["/", "/sign-in", "/sign-in/", "/plans", "/mailbox", "/nothing-here", "/preferences", unsubscribe];
    for (const path of [
      ...paths,
      `/api/access${unsubscribe}`,
      "/api/auth/providers",
      "/api/auth/signin",
      "/api/mailbox?to=a",
    ]) {
      const { status, headers, body } = await ask(first, path, { headers: forged });
      expect(status, path).toBeLessThan(500);
      expect(body, path).not.toMatch(foreign);
      expect(JSON.stringify(headers), path).not.toMatch(foreign);
      if (headers.location) expect(new URL(headers.location, first).origin, path).toBe(first);
    }
  });
}

test("a path that looks like an address leads nowhere else", async () => {
  const { first } = theStage();
  for (const path of [
    "//evil.test/plans",
    "/\\evil.test/plans",
    "/sign-in?to=//evil.test",
    "/sign-in?to=https://evil.test",
  ]) {
    const { headers } = await ask(first, path);
    if (headers.location) expect(new URL(headers.location, first).origin, path).toBe(first);
  }
});

test("a provider is told to send people back to APP_URL, whatever a request says", async () => {
  const server = await anotherServer({ AUTH_GOOGLE_ID: "id", AUTH_GOOGLE_SECRET: "secret" });
  try {
    for (const forged of forgeries) {
      const { body } = await ask(server.address, "/api/auth/providers", { headers: forged });
      expect(JSON.parse(body).google).toMatchObject({
        signinUrl: `${server.address}/api/auth/signin/google`,
        callbackUrl: `${server.address}/api/auth/callback/google`,
      });
    }
  } finally {
    await stop(server.process);
  }
});

test("mails that a request with a forged host sets off lead to APP_URL", async ({ context }) => {
  const { first } = theStage();
  const forged = { host: "evil.test", "x-forwarded-host": "evil.test", "x-forwarded-proto": "https" };
  const email = `forged.${newId().slice(-8)}@people.test`;
  const asked = await ask(first, "/api/access/sign-in", formOf(first, { email, to: "//evil.test" }, forged));
  expect(asked.status).toBe(303);
  expect(new URL(asked.headers.location ?? "").origin).toBe(first);

  await signIn(context, cast.seller);
  const [cookie] = await context.cookies();
  const guest = `guest.${newId().slice(-8)}@northwind.example`;
  const planId = await planOf(customer);
  const input = { planId, email: guest, name: "Ruben Aalbers", side: "buyer", role: "viewer" };
  const invited = await ask(first, "/api/trpc/participant.invite", {
    method: "POST",
    headers: { ...forged, "content-type": "application/json", cookie: `${cookie?.name}=${cookie?.value}` },
    body: JSON.stringify(superjson.serialize(input)),
  });
  expect(invited.status, invited.body).toBe(200);
  expect(invited.body).not.toMatch(foreign);

  for (const mail of [await mailTo(first, email, /./), await mailTo(first, guest, /./)]) {
    expect(mail.links.length).toBeGreaterThan(0);
    expect(new Set(mail.links.map((link) => new URL(link).origin))).toEqual(new Set([first]));
    expect(JSON.stringify(mail)).not.toContain("evil.test");
  }
});

test("at another name of this machine a page is shown where its forms work", async ({ page }) => {
  const { first } = theStage();
  const { port } = new URL(first);
  const email = `by.number.${newId().slice(-8)}@people.test`;
  await page.goto(`http://127.0.0.1:${port}/sign-in?email=${email}`);
  await expect(page).toHaveURL(`${first}/sign-in?email=${email}`);
  await page.getByRole("textbox").fill(email);
  await page.getByRole("textbox").press("Enter");
  await expect(page).toHaveURL(new RegExp(`^${first}/sign-in\\?sent=`));
});

test("health and the API answer under any name, and a proxy's request is sent nowhere", async () => {
  const { first } = theStage();
  const { port } = new URL(first);
  const byNumber = `http://127.0.0.1:${port}`;
  expect((await ask(byNumber, "/sign-in?a=1")).status).toBe(307);
  expect((await ask(byNumber, "/sign-in?a=1", { method: "HEAD" })).headers.location).toBe(`${first}/sign-in?a=1`);
  expect((await ask(byNumber, "/api/health")).status).toBe(200);
  expect((await ask(byNumber, "/api/mailbox?to=a")).status).toBe(200);
  expect((await ask(byNumber, "/sign-in", { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(200);
});

test("behind a proxy, the address that it asks for is nobody's to see", async () => {
  const server = await anotherServer({ APP_URL: "https://plans.example.test" });
  try {
    const own = `http://127.0.0.1:${server.port}`;
    const page = await ask(own, "/sign-in");
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(`127.0.0.1:${server.port}`);
    const { headers } = await ask(
      own,
      "/api/access/sign-in",
      formOf("https://plans.example.test", { email: "a@x.test" }),
    );
    expect(headers.location).toMatch(/^https:\/\/plans\.example\.test\/sign-in\?sent=/);
  } finally {
    await stop(server.process);
  }
});
