import { type Element, elementsOf } from "./html";

export type Painted = { text: string; color: string; ground: string };

/** Every text of a mail with the colours that it has and stands on, as a light or a dark mail program draws it. */
export function paintedTexts(root: Element, theme: "light" | "dark"): Painted[] {
  const shades = theme === "dark" ? darkShades(root) : new Map<string, string>();
  return elementsOf(root).flatMap((element) => {
    const text = element.children
      .filter((child) => typeof child === "string")
      .join("")
      .trim();
    if (!/[\p{L}\p{N}]/u.test(text) || isUnseen(element)) return [];
    return { text, color: seen(element, "color", shades), ground: seen(element, "background-color", shades) };
  });
}

/** The nearest that is said, by its class in the dark and in place otherwise. */
function seen(element: Element, property: string, shades: Map<string, string>): string {
  for (let at: Element | null = element; at; at = at.parent) {
    for (const name of at.attributes.get("class")?.split(" ") ?? []) {
      const shade = shades.get(`${name} ${property}`);
      if (shade) return shade;
    }
    const inline = styleOf(at).get(property);
    if (inline) return inline;
  }
  return property === "color" ? "#000000" : "#ffffff";
}

function darkShades(root: Element): Map<string, string> {
  const css = elementsOf(root)
    .filter(({ tag }) => tag === "style")
    .flatMap(({ children }) => children)
    .join("");
  const [, dark = ""] = /@media \(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}/.exec(css) ?? [];
  const rules = [...dark.matchAll(/\.([\w-]+)\{([\w-]+):(#[0-9a-f]{6})!important\}/g)];
  return new Map(rules.map(([, name, property, colour]) => [`${name} ${property}`, colour ?? ""]));
}

function isUnseen(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) {
    if (at.tag === "head" || styleOf(at).get("display") === "none") return true;
  }
  return false;
}

const styleOf = ({ attributes }: Element) =>
  new Map(
    (attributes.get("style") ?? "")
      .split(";")
      .map((rule) => rule.split(":") as [string, string])
      .map(([name, value]) => [name?.trim(), value?.trim()] as const),
  );
