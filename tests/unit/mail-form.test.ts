import { describe, expect, test } from "vitest";
import { contrast } from "@/app/_look/colour";
import { languages } from "@/db/vocabulary";
import { renderMail } from "@/server/mail/render";
import { templates } from "@/server/mail/templates";
import { elementsOf, readHtml } from "../support/html";
import { paintedTexts } from "../support/mail-colours";

const to = "p.raman@northwind.example";
const yellow = { name: "Sunny & Söhne", accent: "#ffd400" };

describe.each(Object.entries(templates))("the mail %s", (template, { example: props }) => {
  test.each(languages)("is a valid, small document in %s", async (locale) => {
    const { subject, html, text } = await renderMail({ template, props, to, locale });
    const root = readHtml(html);
    expect(
      elementsOf(root)
        .find(({ tag }) => tag === "html")
        ?.attributes.get("lang"),
    ).toBe(locale);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
    expect(subject.trim()).toBe(subject);
    expect(subject.length).toBeGreaterThan(4);
  });

  test("is built from tables that say so, without what Outlook can't draw", async () => {
    const { html } = await renderMail({ template, props, to, locale: "en" });
    const elements = elementsOf(readHtml(html));
    for (const { attributes } of elements.filter(({ tag }) => tag === "table")) {
      expect(["presentation", "img"]).toContain(attributes.get("role"));
      if (attributes.get("role") === "img") expect(attributes.get("aria-label")).toMatch(/\w{3}/);
    }
    expect(elements.filter(({ tag }) => ["img", "svg", "form", "input", "video"].includes(tag))).toEqual([]);
    for (const { attributes } of elements) {
      expect(attributes.get("style") ?? "").not.toMatch(/flex|grid|position|float|var\(|rgba?\(|calc\(/);
    }
  });

  test.each(["light", "dark"] as const)(
    "can be read in the %s, in its own colours and in a workspace's",
    async (theme) => {
      for (const look of [null, yellow]) {
        const { html } = await renderMail({ template, props, to, locale: "en", look });
        const painted = paintedTexts(readHtml(html), theme);
        expect(painted.length).toBeGreaterThan(3);
        for (const { text, color, ground } of painted) {
          expect(contrast(color, ground), `${text}: ${color} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  test("has a text part that a person could have written", async () => {
    const { text } = await renderMail({ template, props, to, locale: "en" });
    expect(text).not.toMatch(/<\/?[a-z]+[ >]|&[a-z]+;|\[object|undefined|\bnull\b|\t|\S {2,}|\n{3}|[=*_-]{4,}/);
    // "-- " begins a signature, which programs leave out of answers.
    for (const line of text.split("\n")) expect(line).toBe(line === "-- " ? line : line.trimEnd());
  });
});

describe("a document that is not valid is noticed", () => {
  test.each([
    ["<html><body><p>a<table></table></p></body></html>"],
    ["<html><body><table><tr><td>a</td></tr></table></body></html>"],
    ["<html><body><b><i>a</b></i></body></html>"],
    ['<html><body><p class="a" class="b">a</p></body></html>'],
    ["<html><body><p>a & b</p></body></html>"],
    ["<html><body><div>a</body></html>"],
    ['<html><body><a href="x"><a href="y">a</a></a></body></html>'],
    ['<html><body><p id="a">a</p><p id="a">a</p></body></html>'],
    ["<html><body><p class=a>a</p></body></html>"],
  ])("%s", (html) => {
    expect(() => readHtml(`<!DOCTYPE html>${html}`)).toThrow();
  });

  test("and a valid one is not", () => {
    expect(() => readHtml("<!DOCTYPE html><html><body><p>a &amp; b<br>c</p></body></html>")).not.toThrow();
  });
});

test("a text that can't be read on its ground is noticed", () => {
  const dark = "<style>@media (prefers-color-scheme:dark){.ink{color:#222222!important}}</style>";
  const html = `<!DOCTYPE html><html><head>${dark}</head><body><p class="ink" style="color:#777777;background-color:#888888">abc</p></body></html>`;
  expect(paintedTexts(readHtml(html), "light")).toEqual([{ text: "abc", color: "#777777", ground: "#888888" }]);
  expect(paintedTexts(readHtml(html), "dark")[0]).toMatchObject({ color: "#222222" });
});
