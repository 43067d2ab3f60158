import { expect, type Page, test } from "@playwright/test";
import { starters } from "@/server/domain/template/starters";
import { cast, signIn, withDatabase } from "./support/cast";
import { open, screens } from "./support/screens";
import { theStage } from "./support/stage";

test.describe.configure({ mode: "parallel" });

const named = ["Throughline", "someone@example.com"];

/** What people, companies and plans are called, and what they wrote: shown as it is in any language. */
let data: string[];

test.beforeAll(async () => {
  data = [...(await writtenByPeople()), ...strings(starters), ...named]
    .flatMap((text) => [text, ...text.split(/\n+/)])
    .map((text) => text.trim())
    .filter((text) => text.length > 1)
    .sort((left, right) => right.length - left.length);
});

for (const screen of screens) {
  test(`${screen.name} says nothing that is not in the messages`, async ({ page, context }) => {
    await context.addCookies([{ name: "locale", value: "en-XA", url: theStage().first }]);
    if (screen.as) await signIn(context, cast[screen.as]);
    await open(page, screen);
    const shown = await texts(page);
    expect(shown.some((text) => text.includes("["))).toBe(true);
    expect(shown.filter((text) => isHardCoded(text))).toEqual([]);
  });
}

test("text that is not in the pseudo-language is noticed", async ({ page }) => {
  await open(page, { name: "landing", path: async () => "/" });
  expect((await texts(page)).filter((text) => isHardCoded(text)).length).toBeGreaterThan(10);
});

/** The pseudo-language has no plain letter: one that is left, when what people wrote is taken away, is in the code. */
function isHardCoded(text: string): boolean {
  if (!hasWord(text)) return false;
  const piece = text.replace(/[…]$/, "").trim();
  if (piece.length >= 12 && data.some((whole) => whole.replace(/[*_`]/g, "").includes(piece))) return false;
  let rest = text;
  for (const value of data) rest = rest.replaceAll(value, "").replaceAll(value.toLowerCase(), "");
  return hasWord(rest);
}

const hasWord = (text: string) => /[A-Za-z]{3,}/.test(text);

/** Every text that a reader sees or hears on the page. */
function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>([document.title]);
    const isSkipped = (element: Element) => element.closest("script, style, noscript, [lang=zxx], select") !== null;
    for (const element of document.querySelectorAll("body *")) {
      if (isSkipped(element) || !element.checkVisibility()) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const value = element.getAttribute(name);
        if (value) found.add(value);
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) found.add(node.nodeValue.trim());
      }
    }
    return [...found];
  });
}

async function writtenByPeople(): Promise<string[]> {
  const tables = [
    "person",
    "workspace",
    "member",
    "plan",
    "participant",
    "milestone",
    "step",
    "problem",
    "problem_agreement",
  ];
  const more = ["cost_line", "criterion", "option", "event", "session", "mail"];
  const rows = await withDatabase((sql) =>
    Promise.all(
      [...tables, ...more].map((table) => sql`select to_jsonb(t) - 'html' - 'props' as row from ${sql(table)} t`),
    ),
  );
  return rows.flat().flatMap(({ row }) => strings(row));
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}
