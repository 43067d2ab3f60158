const accents: Record<string, string> = {
  a: "á", b: "ƀ", c: "ç", d: "đ", e: "é", f: "ƒ", g: "ğ", h: "ĥ", i: "í", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ",
  n: "ñ", o: "ó", p: "þ", q: "ɋ", r: "ŕ", s: "š", t: "ţ", u: "ú", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
  A: "Á", B: "Ɓ", C: "Ç", D: "Đ", E: "É", F: "Ƒ", G: "Ğ", H: "Ĥ", I: "Í", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ",
  N: "Ñ", O: "Ó", P: "Þ", Q: "Ɋ", R: "Ŕ", S: "Š", T: "Ţ", U: "Ú", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž",
};

type MessageTree = { [key: string]: string | MessageTree };

/** The same messages, accented and bracketed: text on screen without brackets is hard-coded. */
export function pseudoMessages<T extends MessageTree>(messages: T): T {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === "string" ? pseudoMessage(value) : pseudoMessages(value),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Accents the words of one ICU message and leaves arguments, selectors, tags and quoted text as they are. */
export function pseudoMessage(message: string): string {
  return `[${accentText(message, 0, false).text}]`;
}

type Scan = { text: string; at: number };

function accentText(message: string, from: number, nested: boolean): Scan {
  let text = "";
  let at = from;
  while (at < message.length) {
    const char = message[at] ?? "";
    if (char === "}" && nested) return { text, at };
    if (char === "{") {
      const argument = copyArgument(message, at);
      text += argument.text;
      at = argument.at;
    } else if (char === "<" && /^<\/?[a-zA-Z]/.test(message.slice(at, at + 3))) {
      const end = message.indexOf(">", at) + 1;
      text += message.slice(at, end);
      at = end;
    } else if (char === "'" && /['{}<>#|]/.test(message[at + 1] ?? "")) {
      const end = message.indexOf("'", at + 1) + 1 || message.length;
      text += message.slice(at, end);
      at = end;
    } else {
      text += accents[char] ?? char;
      at += 1;
    }
  }
  return { text, at };
}

/** `{name}` and `{n, number}` are copied; in `{n, plural, one {…} other {…}}` only what the reader sees is accented. */
function copyArgument(message: string, from: number): Scan {
  const header = /^\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(message.slice(from));
  if (!header) {
    const end = message.indexOf("}", from) + 1 || message.length;
    return { text: message.slice(from, end), at: end };
  }
  let text = header[0];
  let at = from + header[0].length;
  while (at < message.length && message[at] !== "}") {
    if (message[at] === "{") {
      const branch = accentText(message, at + 1, true);
      text += `{${branch.text}}`;
      at = branch.at + 1;
    } else {
      text += message[at];
      at += 1;
    }
  }
  return { text: `${text}}`, at: at + 1 };
}
