/** Programs cut off what is longer than 100 kB. So much of it is for what a mail tells one by one. */
const ROOM_BYTES = 78_000;
/** What a sentence is written in, with its link; and the mark of a zone. */
const SENTENCE_BYTES = 500;
const MARK_BYTES = 1_400;

const utf8 = new TextEncoder();
/** In HTML these take up to six characters each. */
const WRITTEN_OUT = /["'&<>]/g;

const bytesOf = (text: string) => utf8.encode(text).length + 5 * (text.match(WRITTEN_OUT)?.length ?? 0);

/** About so many bytes of HTML one sentence takes. */
export function sentenceBytes(zone: "shared" | "committee" | "seller", ...said: string[]): number {
  return said.reduce((sum, text) => sum + bytesOf(text), SENTENCE_BYTES + (zone === "shared" ? 0 : MARK_BYTES));
}

/** As many of the first rows as there is room for, by what each takes; the very first in any case. */
export function fitting<Row>(rows: readonly Row[], bytesOfRow: (row: Row) => number): Row[] {
  let left = ROOM_BYTES;
  return rows.filter((row, at) => {
    // What doesn't fit ends it: a shorter one behind it is no reason to tell things out of order.
    left = left < 0 ? left : left - bytesOfRow(row);
    return left >= 0 || at === 0;
  });
}
