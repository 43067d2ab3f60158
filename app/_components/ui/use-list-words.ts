import { useLocale } from "next-intl";

/** Names after one another as the reader's language writes them: "Ana, Omar, Dana", "Ana, Omar und Dana", "Ana、Omar、Dana". */
export function useListWords() {
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction", style: "narrow" });
  return (names: readonly string[]) => list.format(names);
}

/** A label within a line, where it needs no capital. German nouns keep theirs. */
export function useInnerCase() {
  const locale = useLocale();
  return (label: string) => (locale === "de" ? label : label.toLocaleLowerCase(locale));
}
