import { expect, type Page, test } from "@playwright/test";
import { starters } from "@/server/domain/template/starters";
import { cast, signIn, withDatabase } from "./support/cast";
import { open, screens } from "./support/screens";
import { theStage } from "./support/stage";

test.describe.configure({ mode: "parallel" });

const named = ["Throughline", "someone@example.com"];

for (const screen of screens) {
  test(`${screen.name} says nothing that is not in the messages`, async ({ page, context }) => {
    await context.addCookies([{ name: "locale", value: "en-XA", url: theStage().first }]);
    if (screen.as) await signIn(context, cast[screen.as]);
    await open(page, screen);
    const shown = await texts(page);
    expect(shown.some((text) => text.includes("["))).toBe(true);
    expect(hardCoded(shown, await writtenByPeople(screen.name === "mailbox"))).toEqual([]);
  });
}

test("text that is not in the pseudo-language is noticed", async ({ page }) => {
  await open(page, { name: "landing", path: async () => "/" });
  expect(hardCoded(await texts(page), await writtenByPeople()).length).toBeGreaterThan(10);
});

/** The pseudo-language has no plain letter: one that is left, when what people wrote is taken away, is in the code. */
function hardCoded(shown: string[], written: string[]): string[] {
  return shown.filter(hasWord).filter((text) => {
    const piece = text.replace(/…$/, "").trim();
    if (piece.length >= 12 && written.some((whole) => whole.replace(/[*_`]/g, "").includes(piece))) return false;
    // An address that is half hidden is an address.
    let rest = text.replace(/\S…\u2060?@\S+/g, "");
    for (const value of written) rest = rest.replaceAll(value, "").replaceAll(value.toLowerCase(), "");
    return hasWord(rest);
  });
}

const hasWord = (text: string) => /[A-Za-z]{3,}/.test(text);

/** What people, companies and plans are called, and what they wrote: shown as it is in any language. */
async function writtenByPeople(withMails = false): Promise<string[]> {
  return [...(await kept(withMails)), ...strings(starters), ...named]
    .flatMap((text) => [text, ...text.split(/\n+/)])
    .map((text) => text.trim())
    .filter((text) => text.length > 1)
    .sort((left, right) => right.length - left.length);
}

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

const tenant = [
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
const others = ["comment", "cost_line", "criterion", "option", "event", "session", "access_request"];

async function kept(withMails: boolean): Promise<string[]> {
  const tables = [...tenant, ...others, ...(withMails ? ["mail"] : [])];
  const rows = await withDatabase((sql) =>
    Promise.all(tables.map((table) => sql`select to_jsonb(t) - 'html' - 'props' as row from ${sql(table)} t`)),
  );
  // Names of states and roles are ours, and never shown as they are kept.
  return strings(rows.flat().map(({ row }) => row)).filter((text) => !/^[a-z_]+$/.test(text));
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}
