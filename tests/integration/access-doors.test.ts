import { beforeEach, expect, test } from "vitest";
import { lookAroundAs } from "@/db/seed/look-around";
import { clientAddress } from "@/server/auth/client-address";
import { askForFreshInvitation, enterDemo, enterWithInvitation } from "@/server/auth/http/invitation";
import { askForSignIn, enterWithCode, enterWithLink, leave } from "@/server/auth/http/sign-in";
import { completeStepFromMail } from "@/server/auth/http/step-links";
import { callerOf } from "@/server/auth/session";
import { now, stepLink } from "@/server/domain/_kernel";
import { invite } from "@/server/domain/participant";
import { resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlan, aStep } from "../support/factory";
import { lastMailTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const ours = "http://localhost:3000";
let counted = 0;
const someone = () => {
  counted += 1;
  return `door${counted}@people.test`;
};

type Posted = { fields?: Record<string, string>; headers?: Record<string, string>; path?: string };

/** As a browser on our page sends it, unless the headers say otherwise; the Host is never to be believed. */
function post(
  door: (request: Request) => Promise<Response>,
  { fields = {}, headers = {}, path = "/api/access/x" }: Posted,
) {
  return door(
    new Request(`http://evil.test${path}`, {
      method: "POST",
      headers: { origin: ours, host: "evil.test", "x-forwarded-host": "evil.test", ...headers },
      body: new URLSearchParams(fields),
    }),
  );
}

const placeOf = (answer: Response) => answer.headers.get("location") ?? "";
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";

test("from the typed address to a session by forms alone; redirects and links are made from APP_URL", async () => {
  const email = someone();
  const asked = await post(askForSignIn, { fields: { email: ` ${email.toUpperCase()} `, to: "/plans/x" } });
  expect(asked.status).toBe(303);
  expect(placeOf(asked)).toContain(`${ours}/sign-in?sent=`);
  const mail = await lastMailTo(email);
  expect(mail.props.url).toMatch(/^http:\/\/localhost:3000\/sign-in\/confirm\?token=/);

  const entered = await post(enterWithLink, {
    fields: { token: tokenIn(mail) },
    headers: { cookie: "tz=Asia%2FTokyo" },
  });
  expect(placeOf(entered)).toBe(`${ours}/plans/x`);
  expect(entered.headers.getSetCookie()[0]).toMatch(
    /^throughline\.session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
  const caller = await callerOf(new Headers({ cookie: cookieOf(entered) }));
  expect(caller.personId).toBeTruthy();
  const [who] = await owner()`select time_zone from person where id = ${caller.personId}`;
  expect(who?.time_zone).toBe("Asia/Tokyo");

  const left = await post(leave, { headers: { cookie: cookieOf(entered) } });
  expect(left.headers.getSetCookie()[0]).toContain("Max-Age=0");
  expect((await callerOf(new Headers({ cookie: cookieOf(entered) }))).personId).toBeNull();
});

test.each([
  { origin: "https://evil.test" },
  { origin: "http://localhost:3000.evil.test" },
  { origin: "null", "sec-fetch-site": "cross-site" },
  { origin: "null" },
] as Record<string, string>[])("a post from another site does nothing: %j", async (headers) => {
  const email = someone();
  const refused = await post(askForSignIn, { fields: { email }, headers });
  expect(refused.status).toBe(403);
  expect(await owner()`select 1 from mail where "to" = ${email}`).toHaveLength(0);
});

test("a page that sends no referrer has the origin null: its forms work", async () => {
  const email = someone();
  const headers = { origin: "null", "sec-fetch-site": "same-origin" };
  expect((await post(askForSignIn, { fields: { email }, headers })).status).toBe(303);
});

test("a refusal goes back to the form with what was typed", async () => {
  const refused = new URL(placeOf(await post(askForSignIn, { fields: { email: "a@x.test,b@y.test", to: "/plans" } })));
  expect(refused.pathname).toBe("/sign-in");
  expect(Object.fromEntries(refused.searchParams)).toMatchObject({
    email: "a@x.test,b@y.test",
    to: "/plans",
    error: "invalid",
    field: "one_address_only",
  });

  const email = someone();
  await post(askForSignIn, { fields: { email } });
  const code = String((await lastMailTo(email)).props.code);
  const wrong = new URL(
    placeOf(await post(enterWithCode, { fields: { email, code: code === "111111" ? "222222" : "111111" } })),
  );
  expect(Object.fromEntries(wrong.searchParams)).toEqual({ sent: email, error: "code_wrong", left: "4" });
  expect(placeOf(await post(enterWithCode, { fields: { email, code: ` ${code} ` } }))).toBe(`${ours}/plans`);
});

test("asked for JSON, a door answers with where to go, or with the refusal", async () => {
  const email = someone();
  const headers = { accept: "application/json" };
  const done = await post(askForSignIn, { fields: { email }, headers });
  expect(await done.json()).toEqual({ to: `/sign-in?sent=${encodeURIComponent(email)}` });
  const refused = await post(enterWithLink, { fields: { token: "x".repeat(43) }, headers });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ error: { code: "not_found" } });
});

test("an invitation's button enters; for another address's browser it does not, and the fresh link goes to the invited", async () => {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const email = someone();
  await invite.run(seller, { planId: plan.planId, email, name: "Dana Weber", side: "buyer", role: "lead" });
  const token = tokenIn(await lastMailTo(email));

  const other = await aPerson();
  await post(askForSignIn, { fields: { email: other.email } });
  const signedIn = await post(enterWithLink, { fields: { token: tokenIn(await lastMailTo(other.email)) } });
  const headers = { cookie: cookieOf(signedIn) };
  const refused = await post(enterWithInvitation, { fields: { token }, headers });
  expect(placeOf(refused)).toBe(`${ours}/invitation?token=${token}&error=other_person`);
  expect(refused.headers.getSetCookie()).toEqual([]);

  const fresh = await post(askForFreshInvitation, { fields: { token }, headers });
  expect(placeOf(fresh)).toBe(`${ours}/invitation?token=${token}&fresh=1`);
  const entered = await post(enterWithInvitation, { fields: { token: tokenIn(await lastMailTo(email)) } });
  expect(placeOf(entered)).toBe(`${ours}/plans/${plan.planId}`);
  for (const answer of [refused, fresh, entered]) {
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("a step is done from a mail's page by its button", async () => {
  const plan = await aPlan();
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor" });
  const stepId = await aStep(plan, { ownerId: buyer.participantId });
  const link = new URL(stepLink({ ...plan, stepId, participantId: buyer.participantId, zone: "shared" }, now()));
  const token = link.searchParams.get("token") ?? "";
  const done = await post(completeStepFromMail, { fields: { token } });
  expect(placeOf(done)).toBe(`${ours}/step?token=${token}&done=1`);
  const [row] = await owner()`select status from step where id = ${stepId}`;
  expect(row?.status).toBe("done");
});

test("the demo is entered as its people only where it runs on the visitor's machine", async () => {
  const demo = await aPerson({ email: lookAroundAs.buyer });
  const entered = await post(enterDemo, { fields: { as: "buyer" } });
  expect((await callerOf(new Headers({ cookie: cookieOf(entered) }))).personId).toBe(demo.personId);
  expect(placeOf(await post(enterDemo, { fields: { as: "owner" } }))).toContain("error=invalid");
});

test("what a stranger says of their own address is not believed, what our proxy adds is", () => {
  expect(clientAddress("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
  expect(clientAddress("10.0.0.5", "198.51.100.1, 203.0.113.9")).toBe("203.0.113.9");
  expect(clientAddress("::ffff:127.0.0.1", undefined)).toBe("::ffff:127.0.0.1");
});
