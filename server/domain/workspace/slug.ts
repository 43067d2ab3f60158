const MAX = 40;

const spelled: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  å: "aa",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  "&": " and ",
};

const taken = new Set(["new", "api", "w", "plans", "sign-in", "settings", "mailbox"]);

/** How a name reads in an address: plain letters, digits and hyphens. Empty when nothing of it can be written so. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\x20-\x7e]|&/g, (char) => spelled[char] ?? char)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX)
    .replace(/^-+|-+$/g, "");
  return taken.has(plain) ? `${plain}-1` : plain;
}
