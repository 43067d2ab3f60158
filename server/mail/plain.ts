/** Line and paragraph separators and everything else that could end a line, other than the line feed itself. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
/** Embeddings, overrides and isolates: left open, they turn around the text that follows. The two marks are harmless and stay. */
const TURNERS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The same props, their texts without characters that control how what stands around them is read. */
export function withoutTricks<Value>(value: Value): Value {
  const clean = (given: unknown): unknown => {
    if (typeof given === "string") {
      return given.replace(TURNERS, "").replace(CONTROLS, (found) => (found === "\n" ? "\n" : " "));
    }
    if (Array.isArray(given)) return given.map(clean);
    if (given && typeof given === "object") {
      return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, clean(inner)]));
    }
    return given;
  };
  return clean(value) as Value;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One line of at most so many UTF-16 units, cut between what a reader sees as characters. */
export function clipped(text: string, most: number): string {
  const line = withoutTricks(text).replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  let kept = "";
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
