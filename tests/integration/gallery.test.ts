import { describe, expect, test } from "vitest";
import { languages } from "@/db/vocabulary";
import { answerGallery, type Gallery } from "@/server/api/gallery";
import { purposeOf } from "@/server/domain/delivery/purpose";
import { examples } from "@/server/mail/templates";
import { useDatabase } from "../support/database";

useDatabase();

const ask = (query: string) => answerGallery(new Request(`http://localhost:3000/api/mailbox/gallery${query}`));
const read = async (query: string) => (await (await ask(query)).json()) as Gallery;

test("shows the first template to whoever asks for none, and says when there is no such", async () => {
  const { templates: names, mail } = await read("");
  expect(names).toEqual(Object.keys(examples));
  expect(mail?.subject).toBe((await read(`?template=${names[0]}&locale=en`)).mail?.subject);
  for (const name of ["newsletter", "__proto__", "constructor"]) {
    expect(await read(`?template=${name}`)).toEqual({ templates: names, mail: null });
  }
});

test("shows mails of several plans or people in their form for one too", async () => {
  const ofOne = async (name: string) => (await read(`?template=${name}`)).mail?.subject;
  expect(await ofOne("digest")).toContain("more plans");
  expect(await ofOne("digest-of-one")).not.toContain("more plans");
  expect(await ofOne("invitation-unanswered")).toMatch(/^2 people /);
  expect(await ofOne("invitation-unanswered-of-one")).toMatch(/^Hana Brandt /);
});

describe.each(Object.keys(examples))("the mail %s", (template) => {
  test.each(languages)("is there whole in %s", async (locale) => {
    const { mail } = await read(`?template=${template}&locale=${locale}`);
    expect(mail?.html).toContain(`lang="${locale}"`);
    expect(mail?.text.length).toBeGreaterThan(40);
  });

  test("leaves with headers that say who wrote it and what it is", async () => {
    const {
      From,
      To,
      Subject,
      "Reply-To": replyTo,
      ...headers
    } = (await read(`?template=${template}`)).mail?.headers ?? {};
    expect([From, To, replyTo]).toEqual([
      expect.stringMatching(/^"Dana Kim \(Acme Scheduling\)" <[^<>@ ]+@[^<>@ ]+>$/),
      "p.raman@northwind.example",
      "dana.kim@acme.example",
    ]);
    expect(Subject).not.toMatch(/[\p{Cc}]/u);
    expect(headers["Auto-Submitted"]).toBe("auto-generated");
    for (const [name, value] of Object.entries(headers)) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z-]+$/);
      expect(value).toMatch(/^[\x20-\x7e]+$/);
      expect(value.length).toBeLessThan(900);
    }
    // What nobody asked for by name can be ended by one click; what somebody sent, or asked for, is no list.
    expect("List-Unsubscribe" in headers).toBe(purposeOf(examples[template]?.template ?? "") === "told");
    expect("List-Unsubscribe-Post" in headers).toBe("List-Unsubscribe" in headers);
    if (headers["In-Reply-To"]) expect(headers.References).toBe(headers["In-Reply-To"]);
  });
});
