/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Random = {
  /** From 0 up to, not including, 1. */
  part(): number;
  /** A whole number from 0 up to, not including, the given one. */
  below(count: number): number;
  between(low: number, high: number): number;
  chance(of: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const part = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(part() * count);
  return {
    part,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (of) => part() < of,
    pick: (from) => from[below(from.length)] ?? from[0],
  };
}
