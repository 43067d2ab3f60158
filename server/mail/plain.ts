/** Line and paragraph separators and everything else that could end a line, other than the line feed itself. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
/** Embeddings, overrides and isolates: left open, they turn around the text that follows. The two marks are harmless and stay. */
const TURNERS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The same props, their texts without characters that control how what stands around them is read. */
export const withoutTricks = <Value>(value: Value): Value =>
  eachText(value, (text) => text.replace(TURNERS, "").replace(CONTROLS, (found) => (found === "\n" ? "\n" : " ")));

const [OPEN, CLOSE] = ["\u2068", "\u2069"];
const fromRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const fromLeft = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}]/u;

/** The same props; what is read in the other direction than the mail is kept apart, so that it can't turn the words around it. */
export function isolated<Value>(value: Value, dir: "ltr" | "rtl"): Value {
  const other = dir === "ltr" ? fromRight : fromLeft;
  const apart = (line: string) => (other.test(line) && !isOurs.test(line) ? `${OPEN}${line}${CLOSE}` : line);
  return eachText(value, (text) => text.split("\n").map(apart).join("\n"));
}
/** Links, ids, moments, zones of the clock and words of our own lists: read by programs. */
const isOurs = /^(https?:.*|[a-z0-9_-]+|[A-Za-z_]+(\/[A-Za-z_]+)+|\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

function eachText<Value>(value: Value, change: (text: string) => string): Value {
  const changed = (given: unknown): unknown => {
    if (typeof given === "string") return change(given);
    if (Array.isArray(given)) return given.map(changed);
    if (given && typeof given === "object") {
      return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, changed(inner)]));
    }
    return given;
  };
  return changed(value) as Value;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One line of at most so many UTF-16 units, cut between what a reader sees as characters. */
export function clipped(text: string, most: number): string {
  const line = text.replace(CONTROLS, " ").replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  let kept = "";
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > most - 1 - CLOSE.length) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…${kept.lastIndexOf(OPEN) > kept.lastIndexOf(CLOSE) ? CLOSE : ""}`;
}
