import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import Invitation, { type InvitationProps } from "@/emails/invitation";
import SignIn from "@/emails/sign-in";
import { renderMail, UnrenderableMail, wordsFor } from "@/server/mail/render";
import { templates } from "@/server/mail/templates";

const to = "p.raman@northwind.example";
/** What a code or a plain no has to say needs no page. */
const withoutLink = ["invitation-code", "step-code", "access-declined"];
const examples = Object.entries(templates).map(([name, { example }]) => [name, example] as const);
const shown = (html: string) =>
  html.replace(/<!--.*?-->|<style>.*?<\/style>|<title>.*?<\/title>/gs, "").replace(/<[^>]+>|&\w+;/g, " ");

describe.each(examples)("%s", (template, props) => {
  test("is one small document without a picture, for light and dark", async () => {
    const { html } = await renderMail({ template, props, to, locale: "en" });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toMatch(/^<!DOCTYPE html [^>]+><html dir="ltr" lang="en">/);
    expect(html).not.toMatch(/<img|<svg|url\(|<script|@import|https?:\/\/[^"]*\.(png|css|woff)/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark"');
    expect(html).toContain("@media (prefers-color-scheme:dark)");
    expect(html).toContain('<!--[if mso]><table role="presentation" width="560"');
    expect(html).toContain("<!--[if mso]></td></tr></table><![endif]-->");
  });

  test("its plain text offers every link of its page", async () => {
    const { html, text } = await renderMail({ template, props, to, locale: "en" });
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => String(link).replaceAll("&amp;", "&"));
    if (!withoutLink.includes(template)) expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(text).toContain(link);
    expect(text).not.toMatch(/<[a-z/]|&[a-z]+;|undefined|null|\n{3}/);
    expect(text).toMatch(/[^\n]\n$/);
  });

  test("speaks calmly", async () => {
    const { subject, html, text } = await renderMail({ template, props, to, locale: "en" });
    expect(`${subject} ${text} ${shown(html)}`).not.toMatch(/!|—|vendor|unsubscribe/i);
  });

  test("is the same at each try", async () => {
    const once = await renderMail({ template, props, to, locale: "en" });
    const frozen = JSON.parse(JSON.stringify(props));
    expect(await renderMail({ template, props: frozen, to, locale: "en" })).toEqual(once);
  });

  test("has nothing hard-coded", async () => {
    const quiet = silenced(props);
    const { subject, html, text } = await renderMail({ template, props: quiet, to, locale: "en-XA" });
    const words = `${subject} ${shown(html)} ${text}`
      .replace(/https?:\S+/g, "")
      .replaceAll(to, "")
      .replace(/\bGMT\b/g, "")
      .match(/[A-Za-z]{3,}/g);
    expect(new Set(words)).toEqual(new Set(["Throughline"]));
  });

  test("reads from the right where its language does", () => {
    const words = { ...wordsFor("en", to), dir: "rtl" as const, lang: "ar" };
    const html = renderToStaticMarkup(templates[template]?.draw(props, words).element);
    expect(html).toMatch(/^<html dir="rtl" lang="ar">/);
    expect(html).toContain('<body lang="ar" dir="rtl"');
    expect(html).not.toMatch(/text-align:(left|right)|align="(left|right)"/);
    const widths = (side: string) =>
      [...html.matchAll(new RegExp(`(padding|margin|border)-${side}:\\w+`, "g"))].map(([rule]) =>
        rule.replace(side, ""),
      );
    expect(widths("left")).toEqual(widths("right"));
  });

  test("leaves no trick in place that was typed into its props", async () => {
    const evil = "A\r\nBcc: b@evil.test\u0000\u202e\u2066<script>alert(1)</script>\"'&{name}\u2028";
    const { subject, html, text } = await renderMail({ template, props: typedAs(props, evil), to, locale: "en" });
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u202e\u2066]/u);
    expect(html).not.toContain("<script");
    expect(`${html}${text}`).not.toMatch(/[\0\r\u2028\u202e\u2066]/);
  });

  test("a title of ten kilobytes does not become a subject of ten kilobytes", async () => {
    const family = "👩‍👩‍👧‍👦";
    const { subject, html } = await renderMail({
      template,
      props: typedAs(props, family.repeat(900)),
      to,
      locale: "en",
    });
    expect(subject.length).toBeLessThanOrEqual(200);
    expect(subject.isWellFormed()).toBe(true);
    expect(subject.replaceAll(family, "")).not.toMatch(/\u200d/);
    expect(html.length).toBeGreaterThan(0);
  });
});

describe("what can't be rendered is never tried again", () => {
  test.each(["", "newsletter", "__proto__", "constructor"])("template %j", async (template) => {
    await expect(renderMail({ template, props: {}, to, locale: "en" })).rejects.toBeInstanceOf(UnrenderableMail);
  });

  test.each([
    [{}],
    [null],
    [{ ...SignIn.PreviewProps, code: "12345" }],
    [{ ...SignIn.PreviewProps, url: "javascript:alert(1)" }],
    [{ ...SignIn.PreviewProps, url: "/sign-in" }],
  ])("props %j", async (props) => {
    await expect(renderMail({ template: "sign-in", props, to, locale: "en" })).rejects.toBeInstanceOf(UnrenderableMail);
  });
});

test("an unknown language falls back to English", async () => {
  const known = await renderMail({ template: "sign-in", props: SignIn.PreviewProps, to, locale: "en" });
  expect(await renderMail({ template: "sign-in", props: SignIn.PreviewProps, to, locale: "tlh" })).toEqual(known);
});

describe("an invitation", () => {
  const invitation = async (given: Partial<InvitationProps>) => {
    const props = { ...Invitation.PreviewProps, ...given };
    const { subject, html, text } = await renderMail({ template: "invitation", props, to, locale: "en" });
    return { subject, text, page: shown(html) };
  };

  test("says who asks whom for what, and for which address it works", async () => {
    const { subject, text, page } = await invitation({});
    expect(subject).toBe("Lena Marsh invites you to a plan: Replace the paper rota on fourteen wards");
    for (const said of [text, page]) {
      for (const part of [
        "Lena Marsh at Acme Scheduling",
        "Priya Raman",
        "Northwind Health",
        `${to} only`,
        "Mon 30 Nov",
      ]) {
        expect(said).toContain(part);
      }
    }
  });

  test("does not take an address for a name", async () => {
    const { text, page } = await invitation({ inviteeName: to });
    expect(text).toMatch(/^Hello,\n/);
    expect(page).toContain("invites you to a plan");
  });

  test("tells the supplier's own people which side they join", async () => {
    expect((await invitation({ side: "seller" })).text).toContain("you join on the side of Acme Scheduling");
    expect((await invitation({ side: "buyer" })).text).toContain(
      "what your side marks as committee only stays on your side",
    );
  });

  test("shows six digits when it has them", async () => {
    const { text, page } = await invitation({ code: "417052" });
    expect(text).toContain("417052");
    expect(page).toContain("417052");
  });
});

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** Every text that a person could have typed, replaced. */
function typedAs(props: unknown, typed: string): unknown {
  const isTyped = (text: string) => /[a-z]/i.test(text) && !readByPrograms.test(text) && !fixed.has(text);
  const replaced = (value: Json): Json => {
    if (typeof value === "string") return isTyped(value) ? typed : value;
    if (Array.isArray(value)) return value.map(replaced);
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]));
    }
    return value;
  };
  return replaced(props as Json);
}
/** Links, moments, and zones of the clock. */
const readByPrograms = /^(https?:|\d{4}-\d\d-\d\dT|[A-Z][a-z]+\/[A-Z])/;
const fixed = new Set([
  "task",
  "approval",
  "buyer",
  "seller",
  "shared",
  "committee",
  "done",
  "now",
  "ahead",
  "owner",
  "admin",
  "member",
  "request",
  "dated",
  "joined",
  "problem",
  "you",
  "named",
]);
const silenced = (props: unknown) => typedAs(props, "§");
