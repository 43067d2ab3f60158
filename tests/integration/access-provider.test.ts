import { expect, test } from "vitest";
import { makeAdapter } from "@/server/auth/adapter";
import { callerOf, sessionCookieName } from "@/server/auth/session";
import { owner, useDatabase } from "../support/database";
import { aPerson } from "../support/factory";

useDatabase();

const adapter = makeAdapter({
  device: "Chrome, Windows",
  timeZone: "Europe/Berlin",
  language: null,
  isCallback: false,
});
const inCallback = makeAdapter({ timeZone: null, language: null, isCallback: true });

test("a provider's session is one of ours: kept as a hash, with its device, and it opens our doors", async () => {
  const { personId } = await aPerson();
  const opened = await adapter.createSession?.({ sessionToken: "theirs", userId: personId, expires: new Date() });
  const token = opened?.sessionToken ?? "";
  const caller = await callerOf(new Headers({ cookie: `${sessionCookieName()}=${token}` }));
  expect(caller.personId).toBe(personId);
  const rows = await owner()`select session_token, device from session where user_id = ${personId}`;
  expect(rows).toEqual([{ session_token: expect.stringMatching(/^[0-9a-f]{64}$/), device: "Chrome, Windows" }]);
  expect((await adapter.getSessionAndUser?.(token))?.user.id).toBe(personId);
  await adapter.deleteSession?.(token);
  expect((await callerOf(new Headers({ cookie: `${sessionCookieName()}=${token}` }))).personId).toBeNull();
});

test("a person is found by their address however the provider spells it, and is never made twice", async () => {
  const known = await aPerson();
  expect((await adapter.getUserByEmail?.(known.email.toUpperCase()))?.id).toBe(known.personId);
  const profile = { id: crypto.randomUUID(), name: "Somebody", email: known.email.toUpperCase(), emailVerified: null };
  expect((await adapter.createUser?.(profile))?.id).toBe(known.personId);
});

test("a provider's account is not linked to whoever happens to be signed in", async () => {
  const { personId } = await aPerson();
  const opened = await adapter.createSession?.({ sessionToken: "theirs", userId: personId, expires: new Date() });
  expect(await inCallback.getSessionAndUser?.(opened?.sessionToken ?? "")).toBeNull();
});
