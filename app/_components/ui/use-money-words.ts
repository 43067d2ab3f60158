import { useLocale, useTranslations } from "next-intl";

type Compaction = { divisor: number; digits: number; unit: "thousand" | "million" | null };

/** Amounts as text. They are integers of the currency's minor unit: 3800000 and "EUR" is €38,000. */
export function useMoneyWords() {
  const t = useTranslations("common.money");
  const locale = useLocale();

  const write = (minor: number, currency: string, compaction: Compaction) => {
    const least = compaction.unit ? 0 : compaction.digits;
    const format = formatOf(locale, currency, least, compaction.digits);
    const parts = format.formatToParts(toMajor(minor, currency) / compaction.divisor);
    const isDigit = (type: string) => ["integer", "group", "decimal", "fraction"].includes(type);
    const number = parts
      .filter((part) => isDigit(part.type))
      .map((part) => part.value)
      .join("");
    const amount = compaction.unit ? t(compaction.unit, { amount: number }) : number;
    const first = parts.findIndex((part) => isDigit(part.type));
    return parts.reduce((text, part, index) => {
      if (index === first) return text + amount;
      return isDigit(part.type) ? text : text + part.value;
    }, "");
  };

  /** "€38,000", or "€38,000.50" when there are cents. */
  const exact = (minor: number, currency: string) => {
    const digits = Number.isInteger(toMajor(minor, currency)) ? 0 : minorDigits(currency);
    return write(minor, currency, { divisor: 1, digits, unit: null });
  };

  /** "€38k", "€1.4m" */
  const compact = (minor: number, currency: string) =>
    write(minor, currency, compactionOf(Math.abs(toMajor(minor, currency))));

  /** "€38–61k"; one amount when both are the same. */
  const range = (low: number, high: number, currency: string) => {
    const [from, to] = [compact(low, currency), compact(high, currency)];
    return from === to ? from : t("range", withoutRepeats(from, to));
  };

  return { exact, compact, range };
}

function compactionOf(major: number): Compaction {
  if (major >= 999_500) return { divisor: 1_000_000, digits: 1, unit: "million" };
  if (major >= 10_000) return { divisor: 1_000, digits: 0, unit: "thousand" };
  if (major >= 1_000) return { divisor: 1_000, digits: 1, unit: "thousand" };
  return { divisor: 1, digits: 0, unit: null };
}

/** What stands before both amounts is said once, at the first; what stands after both, at the second. */
function withoutRepeats(low: string, high: string) {
  const [before, after] = [/^\D*/, /\D*$/];
  const samePrefix = before.exec(low)?.[0] === before.exec(high)?.[0];
  const sameSuffix = after.exec(low)?.[0] === after.exec(high)?.[0];
  return { low: sameSuffix ? low.replace(after, "") : low, high: samePrefix ? high.replace(before, "") : high };
}

function toMajor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than all that a page does with it. */
function formatOf(locale: string, currency: string, least?: number, most?: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${least} ${most}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  formats.set(key, format);
  return format;
}

/** How many decimals the currency's minor unit has: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return formatOf("en", currency).resolvedOptions().maximumFractionDigits ?? 2;
}
