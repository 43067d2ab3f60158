import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { expect, test } from "@playwright/test";
import { newId } from "@/server/domain/_kernel/ids";
import { openStream } from "@/tests/support/stream";
import {
  accessRequestPath,
  cast,
  confirmPath,
  customer,
  digestPaths,
  invitationPath,
  planOf,
  signIn,
  stepLinkPath,
} from "./support/cast";
import { ask, formOf } from "./support/raw-request";
import { anotherServer, stop, theStage } from "./support/stage";

/** A form's post of which only a part has been sent. */
async function halfSent(address: string, fields: Record<string, string>) {
  const { method, headers, body = "" } = formOf(address, fields);
  const about = { ...headers, "content-length": Buffer.byteLength(body) };
  const outgoing: ClientRequest = request(address, {
    method,
    path: "/api/access/sign-in",
    headers: about,
    agent: false,
  });
  const answered = once(outgoing, "response").then(([answer]) => answer as IncomingMessage);
  outgoing.write(body.slice(0, 5));
  await once(outgoing, "socket").then(([socket]) => socket.connecting && once(socket, "connect"));
  return { answered, sendTheRest: () => outgoing.end(body.slice(5)) };
}

test("told to stop, a web server ends its streams, finishes what is under way, and is gone in under 5 s", async ({
  context,
}) => {
  const server = await anotherServer();
  try {
    await signIn(context, cast.seller, server.address);
    const [cookie] = await context.cookies(server.address);
    const planId = await planOf(customer);
    const followed = [{ planId, cursor: { shared: 0, committee: 0, seller: 0 } }];
    const stream = await openStream(server.address, `${cookie?.name}=${cookie?.value}`, followed);
    const underWay = await halfSent(server.address, { email: `last.${newId().slice(-8)}@people.test` });
    await ask(server.address, "/api/health");

    const ended = once(server.process, "exit");
    const toldAt = Date.now();
    server.process.kill("SIGTERM");
    await stream.over(3);
    // Cut, not ended: its browser comes back, to another process.
    expect(stream.isEnded()).toBe(false);
    await expect(ask(server.address, "/api/health")).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
    underWay.sendTheRest();
    const answer = await underWay.answered;
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toMatch(/\/sign-in\?sent=/);
    expect(await ended).toEqual([0, null]);
    expect(Date.now() - toldAt).toBeLessThan(5_000);
  } finally {
    await stop(server.process);
  }
});

test("who keeps a request open for ever does not keep a stopping server", async () => {
  const server = await anotherServer();
  try {
    const { answered } = await halfSent(server.address, { email: "never@people.test" });
    answered.catch(() => {});
    await ask(server.address, "/api/health");
    const ended = once(server.process, "exit");
    const toldAt = Date.now();
    server.process.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(Date.now() - toldAt).toBeLessThan(5_000);
  } finally {
    await stop(server.process);
  }
});

const directive = (policy: unknown, name: string) =>
  String(policy)
    .split("; ")
    .find((one) => one.startsWith(`${name} `)) ?? "";
const nonceIn = (policy: unknown) => /'nonce-([^']+)'/.exec(directive(policy, "script-src"))?.[1] ?? "";

test("a page's scripts run only with that answer's nonce", async () => {
  const { first } = theStage();
  const nonces = new Set<string>();
  for (const path of ["/", "/sign-in", "/sign-in", "/nothing-here", "/mailbox"]) {
    const { headers, body } = await ask(first, path, {
      headers: { "content-security-policy": "script-src 'nonce-mine'" },
    });
    const policy = headers["content-security-policy"];
    expect(directive(policy, "script-src")).toBe(`script-src 'self' 'nonce-${nonceIn(policy)}' 'strict-dynamic'`);
    for (const name of ["object-src", "base-uri", "frame-ancestors"])
      expect(directive(policy, name)).toBe(`${name} 'none'`);
    const scripts = body.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonceIn(policy)}"`)),
      path,
    ).toEqual([]);
    expect(body).not.toMatch(/<[^>]+\son[a-z]+=/);
    nonces.add(nonceIn(policy));
  }
  expect(nonces.size).toBe(5);
  expect([...nonces].filter((nonce) => nonce.length < 22)).toEqual([]);
});

test("a script without the nonce does not run", async ({ page }) => {
  await page.goto("/sign-in");
  const refused = page.waitForEvent("console", (said) => /Content Security Policy/.test(said.text()));
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="data:,x" onerror="document.title = \'run\'">');
  });
  await refused;
  await expect(page).not.toHaveTitle("run");
});

test("every answer says that it is not to be framed, guessed at or reached into", async () => {
  const { first } = theStage();
  for (const path of ["/", "/sign-in", "/plans", "/nothing-here", "/api/health", "/api/mailbox?to=a"]) {
    expect((await ask(first, path)).headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "x-request-id": expect.stringMatching(/^[\w-]{8,64}$/),
    });
  }
  const api = await ask(first, "/api/trpc/plan.read");
  expect(api.headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
  expect((await ask(first, "/")).headers["x-powered-by"]).toBeUndefined();
});

test("over https cookies are bound to exactly this host, and the browser is told to stay with https", async () => {
  const own = "https://plans.example.test";
  const server = await anotherServer({ APP_URL: own });
  try {
    const token = (await confirmPath(cast.seller)).split("token=")[1] ?? "";
    const entered = await ask(server.address, "/api/access/confirm", formOf(own, { token }));
    expect(entered.status).toBe(303);
    const cookies = entered.headers["set-cookie"] ?? [];
    const session = cookies.find((cookie) => cookie.includes("throughline.session")) ?? "";
    expect(session).toMatch(
      /^__Host-throughline\.session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );

    const [pair = ""] = session.split(";");
    const inside = await ask(server.address, "/plans", { headers: { cookie: pair } });
    expect(inside.status).toBe(200);
    expect(inside.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}; includeSubDomains$/);
    expect(inside.headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    const bare = await ask(server.address, "/plans", { headers: { cookie: pair.replace("__Host-", "") } });
    expect(new URL(bare.headers.location ?? "", own).pathname).toBe("/sign-in");

    const left = await ask(server.address, "/api/access/sign-out", formOf(own, {}, { cookie: pair }));
    expect(left.headers["set-cookie"]?.join()).toMatch(/__Host-throughline\.session=; Path=\/; Max-Age=0; .*Secure/);
  } finally {
    await stop(server.process);
  }
});

test("pages whose address holds a token tell no other site of it, and are kept nowhere", async () => {
  const { first } = theStage();
  const planId = await planOf(customer);
  const { preferences, unsubscribe } = await digestPaths();
  const paths = [
    await confirmPath(cast.contributor),
    await invitationPath("open"),
    await invitationPath("revoked"),
    await accessRequestPath(`asks.${newId()}@northwind.example`),
    await stepLinkPath(planId),
    preferences,
    unsubscribe,
    `/api/access${unsubscribe}`,
  ];
  for (const path of [...paths, ...paths.map((known) => known.replace(/token=.*/, "token=unknown"))]) {
    const { headers } = await ask(first, path);
    expect(headers["referrer-policy"], path).toBe("no-referrer");
    expect(headers["cache-control"], path).toContain("no-store");
  }
  expect((await ask(first, "/sign-in")).headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
});
