export type Element = { tag: string; attributes: Map<string, string>; children: Node[]; parent: Element | null };
export type Node = Element | string;

const voids = new Set(["meta", "br", "hr", "img", "link", "base", "wbr"]);
const phrasing = new Set(["a", "b", "bdi", "br", "em", "i", "img", "small", "span", "strong", "wbr"]);
const onlyPhrasing = new Set(["p", "h1", "h2", "h3", "span", "bdi", "b", "strong", "em", "i", "small"]);
const within: Record<string, string[]> = {
  html: ["#root"],
  head: ["html"],
  body: ["html"],
  title: ["head"],
  meta: ["head"],
  tbody: ["table"],
  thead: ["table"],
  tr: ["tbody", "thead"],
  td: ["tr"],
  th: ["tr"],
  li: ["ul", "ol"],
};
const holds: Record<string, string[]> = {
  table: ["tbody", "thead"],
  tbody: ["tr"],
  thead: ["tr"],
  tr: ["td", "th"],
  ul: ["li"],
  ol: ["li"],
};
const raw = new Set(["style", "title"]);

/**
 * Reads a document strictly and mends nothing: every element closed, in order, where HTML allows it, its attributes quoted and given
 * once, every reference a known one. Comments, which are Outlook's, are passed over.
 * @throws where it is not valid, with what stands there.
 */
export function readHtml(source: string): Element {
  const root: Element = { tag: "#root", attributes: new Map(), children: [], parent: null };
  const body = source.replace(/^<!DOCTYPE html[^>]*>/i, "").replace(/<!--[\s\S]*?-->/g, "");
  if (body.length === source.length) throw new Error("no doctype");
  const ids = new Set<string>();
  let open = root;
  let at = 0;
  while (at < body.length) {
    const next = body.indexOf("<", at);
    addText(open, body.slice(at, next < 0 ? body.length : next));
    if (next < 0) break;
    const closing = /^<\/([a-z][a-z0-9]*)\s*>/i.exec(body.slice(next));
    if (closing?.[1]) {
      if (open.tag !== closing[1].toLowerCase() || !open.parent)
        throw wrong(`</${closing[1]}> closes <${open.tag}>`, body, next);
      open = open.parent;
      at = next + closing[0].length;
      continue;
    }
    const opening = /^<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*(\/?)>/i.exec(body.slice(next));
    if (!opening?.[1]) throw wrong("not a tag", body, next);
    const element = {
      tag: opening[1].toLowerCase(),
      attributes: attributesOf(opening[2] ?? ""),
      children: [],
      parent: open,
    };
    const id = element.attributes.get("id");
    if (id !== undefined && ids.has(id)) throw wrong(`id ${id} twice`, body, next);
    if (id !== undefined) ids.add(id);
    checkPlace(element, open, (why) => wrong(why, body, next));
    open.children.push(element);
    at = next + opening[0].length;
    if (voids.has(element.tag)) continue;
    if (raw.has(element.tag)) {
      const end = body.indexOf(`</${element.tag}>`, at);
      if (end < 0) throw wrong(`<${element.tag}> is not closed`, body, next);
      addText(element, body.slice(at, end));
      at = end + element.tag.length + 3;
    } else open = element;
  }
  if (open !== root) throw new Error(`<${open.tag}> is not closed`);
  return root;
}

const wrong = (why: string, body: string, at: number) =>
  new Error(`${why}: ${body.slice(Math.max(0, at - 40), at + 80)}`);

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of written.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)) {
    const key = name.toLowerCase();
    if (attributes.has(key)) throw new Error(`attribute ${key} twice:${written}`);
    attributes.set(key, decoded(value));
  }
  return attributes;
}

function checkPlace({ tag }: Element, parent: Element, fault: (why: string) => Error) {
  const places = within[tag];
  if (places && !places.includes(parent.tag)) throw fault(`<${tag}> in <${parent.tag}>`);
  const allowed = holds[parent.tag];
  if (allowed && !allowed.includes(tag)) throw fault(`<${tag}> in <${parent.tag}>`);
  for (let above: Element | null = parent; above; above = above.parent) {
    if (onlyPhrasing.has(above.tag) && !phrasing.has(tag)) throw fault(`<${tag}> within <${above.tag}>`);
    if (tag === "a" && above.tag === "a") throw fault("a link within a link");
  }
}

function addText(parent: Element, written: string) {
  if (written === "") return;
  const text = raw.has(parent.tag) && parent.tag === "style" ? written : decoded(written);
  if (holds[parent.tag] && text.trim() !== "") throw new Error(`text in <${parent.tag}>: ${text}`);
  parent.children.push(text);
}

const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

function decoded(written: string): string {
  return written.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+)?(;?)/gi, (whole, name: string | undefined, end: string) => {
    const known = name?.startsWith("#x")
      ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      : name?.startsWith("#")
        ? String.fromCodePoint(Number(name.slice(1)))
        : references[name ?? ""];
    if (known === undefined || end !== ";") throw new Error(`not a reference: ${whole}`);
    return known;
  });
}

/** All elements, in their order. */
export function elementsOf(root: Element): Element[] {
  return root.children.flatMap((child) => (typeof child === "string" ? [] : [child, ...elementsOf(child)]));
}
