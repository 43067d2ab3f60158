const saturdayAndSunday: readonly number[] = [6, 7];

/** ISO weekdays, 1 = Monday. Where offices differ from the default only; the Emirates moved to Saturday and Sunday in 2022. */
const weekends: Readonly<Record<string, readonly number[]>> = {
  AF: [4, 5],
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 7],
  DJ: [5, 6],
  DZ: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  IQ: [5, 6],
  IR: [4, 5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  NP: [6],
  OM: [5, 6],
  PS: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SO: [4, 5],
  SY: [5, 6],
  YE: [5, 6],
};

/** @returns ISO weekdays (1 = Monday … 7 = Sunday) on which offices of the country are closed. */
export function weekendOf(country: string): readonly number[] {
  return weekends[country.toUpperCase()] ?? saturdayAndSunday;
}
