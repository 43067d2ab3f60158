import { domainToUnicode } from "node:url";
import { refused } from "../_kernel";
import { checkEmailAddress } from "../_kernel/email-address";

/** So many letters may differ between two that look alike, fewer in short ones. */
const mostLike = ({ length }: string) => Math.min(2, Math.floor(length / 5));

/** One domain as addresses have it: in lower case and ASCII. Null for what is no domain, or whose letters mix alphabets. */
export function readDomain(typed: string): string | null {
  const name = typed.trim().replace(/^@/, "");
  const domain = domainOf(checkEmailAddress(`someone@${name}`).address ?? "");
  return domain && !mixesAlphabets(domainToUnicode(domain)) ? domain : null;
}

export const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1);

/**
 * Lets an address pass whose domain is exactly one of the allowed, or any when none is named.
 * @throws Refusal `domain_looks_alike` for one that could be taken for an allowed one, else `domain_not_allowed`.
 */
export function mustBeAllowed(email: string, allowed: readonly string[], { names }: { names: boolean }): void {
  if (isAllowed(email, allowed)) return;
  const name = domainOf(email);
  const like = allowed.filter((domain) => looksLike(name, domain));
  const titles = names ? (like.length > 0 ? like : [...allowed]) : [];
  throw refused(like.length > 0 ? "domain_looks_alike" : "domain_not_allowed", { name, titles });
}

export const isAllowed = (email: string, allowed: readonly string[]): boolean =>
  allowed.length === 0 || allowed.includes(domainOf(email));

/** Part of an allowed domain, an allowed one with something hung on, a few letters apart, or the same to the eye. */
export function looksLike(domain: string, allowed: string): boolean {
  if (domain === allowed) return false;
  if (domain.endsWith(`.${allowed}`) || allowed.endsWith(`.${domain}`) || domain.startsWith(`${allowed}.`)) return true;
  const [seen, meant] = [skeleton(domain), skeleton(allowed)];
  return seen === meant || editsBetween(seen, meant) <= mostLike(meant);
}

const scripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Hebrew", "Arabic", "Thai", "Devanagari", "Cherokee"].map(
  (name) => new RegExp(`\\p{Script=${name}}`, "u"),
);

const mixesAlphabets = (name: string) =>
  name.split(".").some((label) => scripts.filter((script) => script.test(label)).length > 1);

/** Letters of other alphabets, and pairs of letters, that look like Latin ones. */
const alike: [RegExp, string][] = [
  [/[аα]/g, "a"],
  [/[еєε]/g, "e"],
  [/[оοо0]/g, "o"],
  [/[рρ]/g, "p"],
  [/[сϲ]/g, "c"],
  [/[хχ]/g, "x"],
  [/[уγ]/g, "y"],
  [/[іι1ӏl|]/g, "l"],
  [/[ѕ5]/g, "s"],
  [/[ԁ]/g, "d"],
  [/[ԛ]/g, "q"],
  [/[ԝω]/g, "w"],
  [/[һ]/g, "h"],
  [/[ո]/g, "n"],
  [/[к]/g, "k"],
  [/[тτ]/g, "t"],
  [/rn/g, "m"],
  [/vv/g, "w"],
];

function skeleton(domain: string): string {
  const plain = domainToUnicode(domain).toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return alike.reduce((text, [looks, like]) => text.replace(looks, like), plain).replace(/i/g, "l");
}

/** Levenshtein's distance. */
function editsBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const kept = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
