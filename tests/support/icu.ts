type Found = Set<string>;

/**
 * What an ICU message takes: "name", "n number" where it is counted, "role select other owner" with all its cases, "<link>".
 * Plural forms may differ between languages, so they are not among it. Throws where a message can't be read.
 */
export function argumentsOf(message: string): Found {
  const found: Found = new Set();
  const end = readText(message, 0, found);
  if (end < message.length) throw new Error(`unopened brace at ${end}: ${message}`);
  // What is counted may be shown besides.
  for (const entry of found) if (found.has(`${entry} number`)) found.delete(entry);
  return found;
}

function readText(message: string, from: number, found: Found): number {
  let at = from;
  while (at < message.length) {
    const char = message[at];
    if (char === "}") return at;
    if (char === "'" && /[{}<>#|']/.test(message[at + 1] ?? "")) {
      at = message[at + 1] === "'" ? at + 2 : message.indexOf("'", at + 1) + 1 || message.length;
    } else if (char === "{") {
      at = readArgument(message, at, found);
    } else {
      const tag = /^<([a-zA-Z]\w*)>/.exec(message.slice(at));
      if (tag) found.add(`<${tag[1]}>`);
      at += 1;
    }
  }
  return at;
}

function readArgument(message: string, from: number, found: Found): number {
  const header = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(from));
  if (!header?.[1]) throw new Error(`no name at ${from}: ${message}`);
  const [opening, name, kind] = header;
  let at = from + opening.length;
  if (kind === "plural" || kind === "selectordinal" || kind === "select") {
    const cases = readCases(message, at, found);
    if (!cases.names.includes("other")) throw new Error(`no case for "other" of ${name}: ${message}`);
    found.add(kind === "select" ? `${name} select ${cases.names.sort().join(" ")}` : `${name} number`);
    at = cases.at;
  } else {
    found.add(kind === undefined ? name : `${name} ${kind}`);
    at = message.indexOf("}", at);
  }
  if (at < 0 || message[at] !== "}") throw new Error(`unclosed {${name}: ${message}`);
  return at + 1;
}

function readCases(message: string, from: number, found: Found) {
  const names: string[] = [];
  let at = from;
  for (;;) {
    const next = /^[\s,]*(?:offset:\d+\s*)?(=?\w+)\s*\{/.exec(message.slice(at));
    if (!next?.[1]) break;
    names.push(next[1]);
    at = readText(message, at + next[0].length, found);
    if (message[at] !== "}") throw new Error(`unclosed case ${next[1]}: ${message}`);
    at += 1;
  }
  return { names, at: at + (/^\s*/.exec(message.slice(at))?.[0].length ?? 0) };
}
