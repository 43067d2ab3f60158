import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Texts = { [key: string]: string | Texts };

/** The English texts, each in the given language where a file of that language says it. */
export function translated<T extends Texts>(english: T, language: string): T {
  const spoken = Object.fromEntries(
    Object.keys(english).map((namespace) => [namespace, namespaceIn(language, namespace)]),
  );
  return over(english, spoken) as T;
}

/** What a language says of a namespace: nothing while there is no file of it. Files are read where Node runs, never bundled. */
export function namespaceIn(language: string, namespace: string): Texts {
  const file = join(process.cwd(), "app", "_messages", language, `${namespace}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Every text of the first, taken from the second where it has one: what the second has besides is left out. */
export function over(english: Texts, spoken: Texts): Texts {
  const merged = Object.entries(english).map(([key, text]): [string, string | Texts] => {
    const own = Object.hasOwn(spoken, key) ? spoken[key] : undefined;
    if (typeof text === "string") return [key, typeof own === "string" ? own : text];
    return [key, over(text, typeof own === "object" ? own : {})];
  });
  return Object.fromEntries(merged);
}
