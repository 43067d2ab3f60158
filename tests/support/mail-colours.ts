import type { HtmlElement } from "html-validate";
import { textIn } from "./html";

export type Painted = { text: string; color: string; ground: string };

/** Every text of a mail with the colours that it has and stands on, as a light or a dark mail program draws it. */
export function paintedTexts(root: HtmlElement, theme: "light" | "dark"): Painted[] {
  const shades = theme === "dark" ? darkShades(root) : new Map<string, string>();
  return root.querySelectorAll("*").flatMap((element) => {
    const text = textIn(element);
    if (!/[\p{L}\p{N}]/u.test(text) || isUnseen(element)) return [];
    return { text, color: seen(element, "color", shades), ground: seen(element, "background-color", shades) };
  });
}

/** The nearest that is said, by its class in the dark and in place otherwise. */
function seen(element: HtmlElement, property: string, shades: Map<string, string>): string {
  for (let at: HtmlElement | null = element; at; at = at.parent) {
    for (const name of at.getAttributeValue("class")?.split(" ") ?? []) {
      const shade = shades.get(`${name} ${property}`);
      if (shade) return shade;
    }
    const inline = styleOf(at).get(property);
    if (inline) return inline;
  }
  return property === "color" ? "#000000" : "#ffffff";
}

function darkShades(root: HtmlElement): Map<string, string> {
  const css = root.querySelectorAll("style").map(textIn).join("");
  const [, dark = ""] = /@media \(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}/.exec(css) ?? [];
  const rules = [...dark.matchAll(/\.([\w-]+)\{([\w-]+):(#[0-9a-f]{6})!important\}/g)];
  return new Map(rules.map(([, name, property, colour]) => [`${name} ${property}`, colour ?? ""]));
}

function isUnseen(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at; at = at.parent) {
    if (at.is("head") || styleOf(at).get("display") === "none") return true;
  }
  return false;
}

const styleOf = (element: HtmlElement) =>
  new Map(
    (element.getAttributeValue("style") ?? "")
      .split(";")
      .map((rule) => rule.split(":") as [string, string])
      .map(([name, value]) => [name?.trim(), value?.trim()] as const),
  );
