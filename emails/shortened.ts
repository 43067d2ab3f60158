const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** At most so many UTF-16 units of a text, cut between words or else between what a reader sees as characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  for (const { segment } of characters.segment(text)) {
    if (kept.length + segment.length >= most) break;
    kept += segment;
  }
  const whole = kept.replace(/\s+\S*$/, "");
  // Where words are not parted by spaces, the last space may be far back.
  return `${whole.length >= kept.length / 2 ? whole : kept}…`;
}
