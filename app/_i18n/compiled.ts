import "server-only";
import compile from "icu-minify/compile";
import { type Messages, messagesFor, type Namespace } from "@/app/_messages";
import type { AppLocale } from "./locales";

type MessageTree = { [key: string]: string | MessageTree };

const compiled = new Map<AppLocale, Messages>();
const written = new Map<string, string>();

/** The messages parsed once, which is what pages are told to format with (next.config.ts): neither a request nor a browser parses them. */
export function compiledMessages(locale: AppLocale): Messages {
  const known = compiled.get(locale);
  if (known) return known;
  const messages = compileAll(messagesFor(locale)) as unknown as Messages;
  compiled.set(locale, messages);
  return messages;
}

/** Some namespaces of them as text: React would walk every message on its way to the browser, a text goes there as it is. */
export function writtenMessages(locale: AppLocale, namespaces: readonly Namespace[]): string {
  const key = [locale, ...namespaces].join();
  const known = written.get(key);
  if (known) return known;
  const messages = compiledMessages(locale);
  const text = JSON.stringify(Object.fromEntries(namespaces.map((name) => [name, messages[name]])));
  written.set(key, text);
  return text;
}

type CompiledTree = { [key: string]: ReturnType<typeof compile> | CompiledTree };

function compileAll(messages: MessageTree): CompiledTree {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === "string" ? compile(value) : compileAll(value),
    ]),
  );
}
