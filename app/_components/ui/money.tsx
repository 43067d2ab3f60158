import { useMoneyWords } from "./use-money-words";

export type MoneyProps = { minor: number; currency: string; form?: "exact" | "compact"; className?: string };

/** An amount in the reader's way of writing it; a compact one keeps the exact amount in its title. */
export function Money({ minor, currency, form = "exact", className }: MoneyProps) {
  const words = useMoneyWords();
  const exact = words.exact(minor, currency);
  return (
    <data value={minor} title={form === "compact" ? exact : undefined} className={className}>
      {form === "compact" ? words.compact(minor, currency) : exact}
    </data>
  );
}

export type MoneyRangeProps = { low: number; high: number; currency: string; className?: string };

export function MoneyRange({ low, high, currency, className }: MoneyRangeProps) {
  const words = useMoneyWords();
  return (
    <span title={`${words.exact(low, currency)} – ${words.exact(high, currency)}`} className={className}>
      {words.range(low, high, currency)}
    </span>
  );
}
