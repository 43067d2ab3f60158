const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

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
      text += accents.get(char) ?? char;
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
