import { useMoneyWords } from "./use-money-words";

export type MoneyRangeProps = { low: number; high: number; currency: string; className?: string };

export function MoneyRange({ low, high, currency, className }: MoneyRangeProps) {
  const words = useMoneyWords();
  return (
    <span title={`${words.exact(low, currency)} – ${words.exact(high, currency)}`} className={className}>
      {words.range(low, high, currency)}
    </span>
  );
}
