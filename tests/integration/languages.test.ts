import { beforeEach, expect, test } from "vitest";
import { saveSelf } from "@/server/auth/http/mail-links";
import { askForSignIn, enterWithLink } from "@/server/auth/http/sign-in";
import { invite } from "@/server/domain/participant";
import { editSelf, readSelf } from "@/server/domain/person";
import { deliverDueMail } from "@/server/mail/deliver";
import { signedIn } from "../support/api";
import { resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aPerson, aPlan } from "../support/factory";
import { lastMailTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const ours = "http://localhost:3000";
const deliver = () => deliverDueMail(new AbortController().signal);
const localeOf = async (email: string) => {
  const [row] = await owner()`select locale from mail where "to" = ${email} order by created_at desc, id desc limit 1`;
  return row?.locale;
};

function post(door: (request: Request) => Promise<Response>, fields: Record<string, string>, headers = {}) {
  return door(
    new Request(`${ours}/api/access/x`, {
      method: "POST",
      headers: { origin: ours, ...headers },
      body: new URLSearchParams(fields),
    }),
  );
}

const languageSet = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith("locale="))
    ?.split(";")[0];

async function enter(email: string, browser: Record<string, string>) {
  await post(askForSignIn, { email }, browser);
  return post(enterWithLink, { token: tokenIn(await lastMailTo(email)) }, browser);
}

test("a sign-in is mailed in the language of the page that asked, until the person has one of their own", async () => {
  const email = "first-visit@people.test";
  await post(askForSignIn, { email }, { "accept-language": "fr-CA,en;q=0.5" });
  await deliver();
  expect(await localeOf(email)).toBe("fr");

  const entered = await enter(email, { "accept-language": "fr-CA" });
  expect(languageSet(entered)).toBe("locale=fr");
  const elsewhere = await enter(email, { "accept-language": "ja", cookie: "locale=es" });
  await deliver();
  expect(await localeOf(email)).toBe("fr");
  expect(languageSet(elsewhere)).toBe("locale=fr");
});

test("whoever chooses a language gets it in this browser and in mails that wait already", async () => {
  const person = await aPerson({ locale: "en" });
  await post(askForSignIn, { email: person.email }, { "accept-language": "en" });
  const cookie = await signedIn(person);
  const saved = await post(saveSelf, { name: "Yuki", locale: "ja" }, { cookie });
  expect(languageSet(saved)).toBe("locale=ja");
  expect(await readSelf.run(person, {})).toMatchObject({ name: "Yuki", locale: "ja" });
  await deliver();
  expect(await localeOf(person.email)).toBe("ja");
});

test.each(["tlh", "en-XA", "", "de\r\nSet-Cookie: x=1"])("%j is no language to choose", async (locale) => {
  const person = await aPerson();
  await expect(editSelf.run(person, { locale })).rejects.toMatchObject({ code: "invalid" });
});

test("the pseudo-language is nobody's own", async () => {
  const email = "tester@people.test";
  const entered = await enter(email, { cookie: "locale=en-XA" });
  expect(languageSet(entered)).toBeUndefined();
});

test("who was never here is written to in what is read where the plan is; who was, in their own language", async () => {
  const plan = await aPlan({ country: "FR" });
  const known = await aPerson({ locale: "es" });
  const invited = { planId: plan.planId, side: "buyer", role: "contributor", name: "Somebody" } as const;
  for (const email of ["new@kunde.test", known.email]) {
    await invite.run(plan.owner, { ...invited, email });
  }
  await deliver();
  expect(await localeOf("new@kunde.test")).toBe("und-FR");
  expect(await localeOf(known.email)).toBe("es");
  const [mail] = await owner()`select html from mail where "to" = 'new@kunde.test'`;
  expect(mail?.html).toContain('<html dir="ltr" lang="fr">');
});
