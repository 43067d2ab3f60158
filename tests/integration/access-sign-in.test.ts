import { beforeEach, expect, test } from "vitest";
import { callerOf, sessionCookieName } from "@/server/auth/session";
import { confirmCode, confirmSignIn, previewSignIn, requestSignIn } from "@/server/domain/access";
import { listSessions, readSelf, revokeSession } from "@/server/domain/person";
import { renderMail } from "@/server/mail/render";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aPerson } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const visitor = { personId: null, ip: "192.0.2.7", device: "Firefox, Linux" };
let counted = 0;
const someone = () => {
  counted += 1;
  return `visitor${counted}@people.test`;
};

async function ask(email = someone(), redirectTo?: string) {
  await requestSignIn.run({ ...visitor, ip: `192.0.2.${counted}` }, { email, redirectTo });
  const mail = await lastMailTo(email);
  return { email, token: tokenIn(mail), code: String(mail.props.code) };
}

const withCookie = (token: string) => new Headers({ cookie: `other=1; ${sessionCookieName()}=${token}` });
const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

test("an emailed link opens one session, for an address that nobody knew", async () => {
  const { email, token } = await ask(undefined, "/plans/new?x=1");
  const opened = await confirmSignIn.run(visitor, { token, timeZone: "Europe/Berlin" });
  expect(opened.redirectTo).toBe("/plans/new?x=1");

  const caller = await callerOf(withCookie(opened.token));
  expect(caller.personId).toBe(opened.personId);
  expect(await readSelf.run(caller, {})).toMatchObject({ email, timeZone: "Europe/Berlin", workspaces: [], plans: [] });
  await expect(confirmSignIn.run(visitor, { token })).rejects.toMatchObject({ code: "link_used" });
});

test("looking at a link, however often, uses nothing up", async () => {
  const { email, token } = await ask();
  for (let look = 0; look < 5; look += 1) {
    expect(await previewSignIn.run(visitor, { token })).toEqual({ state: "open", email });
  }
  await confirmSignIn.run(visitor, { token });
  expect(await previewSignIn.run(visitor, { token })).toEqual({ state: "used", email });
});

test("two who press at once: one gets in", async () => {
  const { token } = await ask();
  const tries = await Promise.allSettled([1, 2, 3].map(() => confirmSignIn.run(visitor, { token })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a link ends after a quarter of an hour", async () => {
  const { email, token, code } = await ask();
  moveClock({ minutes: 16 });
  expect(await previewSignIn.run(visitor, { token })).toEqual({ state: "expired", email });
  await expect(confirmSignIn.run(visitor, { token })).rejects.toMatchObject({ code: "link_expired" });
  expect(await confirmCode.run(visitor, { email, code })).toEqual({ outcome: "code_used_up" });
});

test("the code works once, for its own address only, and uses up its link", async () => {
  const mine = await ask();
  const other = await ask();
  expect(await confirmCode.run(visitor, { email: other.email, code: mine.code })).toEqual({
    outcome: "code_wrong",
    left: 4,
  });
  const opened = await confirmCode.run(visitor, { email: mine.email.toUpperCase(), code: mine.code });
  expect(opened).toMatchObject({ outcome: "opened", redirectTo: "/plans" });
  expect(await confirmCode.run(visitor, { email: mine.email, code: mine.code })).toEqual({ outcome: "code_used_up" });
  await expect(confirmSignIn.run(visitor, { token: mine.token })).rejects.toMatchObject({ code: "link_used" });
});

test("a code may be tried five times, at once as one after the other; the link still works", async () => {
  const { email, code, token } = await ask();
  const answers = await Promise.all(
    Array.from({ length: 7 }, () => confirmCode.run(visitor, { email, code: wrong(code) })),
  );
  const left = answers.map((answer) => (answer.outcome === "code_wrong" ? answer.left : 0)).sort();
  expect(left).toEqual([0, 0, 0, 1, 2, 3, 4]);
  expect(await confirmCode.run(visitor, { email, code })).toEqual({ outcome: "code_used_up" });
  expect(await confirmSignIn.run(visitor, { token })).toMatchObject({ redirectTo: "/plans" });
});

test("known and unknown addresses are answered the same and get the same mail", async () => {
  const known = await aPerson();
  const unknown = someone();
  const answers = await Promise.all([known.email, unknown].map((email) => requestSignIn.run(visitor, { email })));
  expect(answers[0]).toEqual(answers[1]);
  const [one, other] = await Promise.all([lastMailTo(known.email), lastMailTo(unknown)]);
  expect(Object.keys(one.props)).toEqual(Object.keys(other.props));
  expect(one.template).toBe(other.template);
  const { text } = await renderMail({ ...other, locale: "en" });
  expect(text).toContain(String(other.props.url));
  expect(text).toContain(String(other.props.code));
});

test("an address gets five mails in a quarter of an hour", async () => {
  const email = someone();
  for (let mail = 0; mail < 5; mail += 1) await requestSignIn.run(visitor, { email });
  await expect(requestSignIn.run(visitor, { email })).rejects.toMatchObject({ code: "too_many" });
  expect(await mailsTo(email)).toHaveLength(5);
});

test.each([
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "javascript:alert(1)",
  "/plans\r\nSet-Cookie: a=b",
  "/%2f/../..//evil.test",
  "/api/auth/signout",
])("nobody is sent to %j after signing in", async (redirectTo) => {
  const { token } = await ask(undefined, redirectTo);
  const { redirectTo: to } = await confirmSignIn.run(visitor, { token });
  expect(new URL(to, "http://localhost:3000").origin).toBe("http://localhost:3000");
  expect(to.startsWith("/api/")).toBe(false);
  expect(to).not.toMatch(/^\/\/|[\\\s]/);
});

test.each([`"a@x.test"@y.test`, "a@x.test,b@y.test", "a＠x.test", "a@x.test\r\nBcc: b@y.test", ""])(
  "%j is no address to mail to",
  async (email) => {
    await expect(requestSignIn.run(visitor, { email })).rejects.toMatchObject({ code: "invalid" });
  },
);

test("nothing in the tables opens a door: tokens and codes are kept as hashes", async () => {
  const { email, token, code } = await ask();
  const [row] = await owner()`select row_to_json(sign_in)::text as kept from sign_in where email = ${email}`;
  expect(row?.kept).not.toContain(token);
  expect(row?.kept).not.toContain(`"${code}"`);
  const opened = await confirmSignIn.run(visitor, { token });
  const [held] = await owner()`select count(*)::int as kept from session where session_token = ${opened.token}`;
  expect(held?.kept).toBe(0);
});

test("a session ends after thirty days without a visit, and each visit puts that off", async () => {
  const { token } = await confirmSignIn.run(visitor, { token: (await ask()).token });
  moveClock({ days: 20 });
  expect((await callerOf(withCookie(token))).personId).not.toBeNull();
  moveClock({ days: 20 });
  expect((await callerOf(withCookie(token))).personId).not.toBeNull();
  moveClock({ days: 31 });
  expect((await callerOf(withCookie(token))).personId).toBeNull();
});

test("sessions are listed with their device, and one that is ended is refused at once", async () => {
  const first = await ask();
  const here = await confirmSignIn.run(visitor, { token: first.token });
  const there = await confirmSignIn.run(
    { ...visitor, device: "Safari, iPhone" },
    { token: (await ask(first.email)).token },
  );
  const caller = await callerOf(withCookie(here.token));

  const listed = await listSessions.run(caller, {});
  expect(listed.map(({ device, isThis }) => [device, isThis])).toEqual([
    ["Safari, iPhone", false],
    ["Firefox, Linux", true],
  ]);
  await revokeSession.run(caller, { sessionId: listed[0]?.id });
  expect((await callerOf(withCookie(there.token))).personId).toBeNull();
  expect((await callerOf(withCookie(here.token))).personId).toBe(here.personId);
});

test("nobody ends another person's session", async () => {
  const mine = await callerOf(withCookie((await confirmSignIn.run(visitor, { token: (await ask()).token })).token));
  const theirs = await confirmSignIn.run(visitor, { token: (await ask()).token });
  const { sessionId } = await callerOf(withCookie(theirs.token));
  await expect(revokeSession.run(mine, { sessionId })).rejects.toMatchObject({ code: "not_found" });
  expect((await callerOf(withCookie(theirs.token))).personId).toBe(theirs.personId);
});
