import { describe, expect, test } from "vitest";
import { contrast } from "@/app/_look/colour";
import { languages } from "@/db/vocabulary";
import { renderMail } from "@/server/mail/render";
import { examples } from "@/server/mail/templates";
import { faultsIn, readHtml } from "../support/html";
import { paintedTexts } from "../support/mail-colours";

const to = "p.raman@northwind.example";
const yellow = { name: "Sunny & Söhne", accent: "#ffd400" };

describe.each(Object.entries(examples))("the mail %s", (_, { template, props }) => {
  test.each(languages)("is a valid, small document in %s", async (locale) => {
    const { subject, html, text } = await renderMail({ template, props, to, locale });
    expect(faultsIn(html)).toEqual([]);
    expect(readHtml(html).querySelector("html")?.getAttributeValue("lang")).toBe(locale);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
    expect(subject.trim()).toBe(subject);
    expect(subject.length).toBeGreaterThan(4);
  });

  test("is built from tables that say so, without what Outlook can't draw", async () => {
    const { html } = await renderMail({ template, props, to, locale: "en" });
    const root = readHtml(html);
    for (const table of root.querySelectorAll("table")) {
      const role = table.getAttributeValue("role");
      expect(["presentation", "img"]).toContain(role);
      if (role === "img") expect(table.getAttributeValue("aria-label")).toMatch(/\w{3}/);
    }
    expect(root.querySelectorAll("img, svg, form, input, video").map(({ tagName }) => tagName)).toEqual([]);
    for (const element of root.querySelectorAll("[style]")) {
      expect(element.getAttributeValue("style")).not.toMatch(/flex|grid|position|float|var\(|rgba?\(|calc\(/);
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
    ["<p>a<table></table></p>"],
    ["<table><td>a</td></table>"],
    ["<ul><p>a</p></ul>"],
    ["<b><i>a</b></i>"],
    ['<p class="a" class="b">a</p>'],
    ["<p>a & b</p>"],
    ["<p>a &nope; b</p>"],
    ["<div>a"],
    ['<a href="x"><a href="y">a</a></a>'],
    ['<p id="a">a</p><p id="a">a</p>'],
    ["<p class=a>a</p>"],
    ['<img src="a.png">'],
  ])("%s", (body) => {
    expect(faultsIn(documentOf(body))).not.toEqual([]);
  });

  test("and a valid one is not", () => {
    expect(faultsIn(documentOf("<p>a &amp; b<br>c</p>"))).toEqual([]);
  });

  const documentOf = (body: string) =>
    `<!DOCTYPE html><html lang="en"><head><title>a</title></head><body>${body}</body></html>`;
});

test("a text that can't be read on its ground is noticed", () => {
  const dark = "<style>@media (prefers-color-scheme:dark){.ink{color:#222222!important}}</style>";
  const html = `<!DOCTYPE html><html><head>${dark}</head><body><p class="ink" style="color:#777777;background-color:#888888">abc</p></body></html>`;
  expect(paintedTexts(readHtml(html), "light")).toEqual([{ text: "abc", color: "#777777", ground: "#888888" }]);
  expect(paintedTexts(readHtml(html), "dark")[0]).toMatchObject({ color: "#222222" });
});
