import { contrast, hexOf, type Lch, lchOf } from "./colour";

export type Shade = { light: string; dark: string };
/** An accent and what goes with it: the mouse over it, its pale ground, text that stands on it. */
export type AccentShades = { accent: Shade; accentHover: Shade; accentGround: Shade; onAccent: Shade };

/** What text and lines must keep from what they stand on: WCAG 2.2 AA, and a little for rounding. */
const ENOUGH = 4.55;
const STEP = 0.005;

/** What an accent may stand on, in screens and in mails. */
const grounds = { light: ["#ffffff", "#fbfaf7", "#efeae2"], dark: ["#161512", "#1d1b18", "#27241f"] };

/**
 * Shades of a colour that a workspace chose, for light and dark. It is taken as it is where it can be read; elsewhere it is made darker
 * or lighter until it can, and keeps its hue.
 * @param chosen "#14594a"
 */
export function accentShades(chosen: string): AccentShades {
  const own = lchOf(chosen);
  const pale = hexOf({ ...own, lightness: 0.95, chroma: Math.min(own.chroma, 0.022) });
  const deep = hexOf({ ...own, lightness: 0.29, chroma: Math.min(own.chroma, 0.032) });
  const light = mended(own, -STEP, [...grounds.light, pale], chosen);
  const dark = mended({ ...own, lightness: Math.max(own.lightness, 0.78) }, STEP, [...grounds.dark, deep]);
  const onDark = mended({ ...own, lightness: 0.24, chroma: Math.min(own.chroma, 0.04) }, -STEP, [dark]);
  return {
    accent: { light, dark },
    accentHover: { light: moved(light, -0.05), dark: moved(dark, 0.04) },
    accentGround: { light: pale, dark: deep },
    onAccent: { light: "#ffffff", dark: onDark },
  };
}

/** Whether a colour is shown as it was chosen, or had to be mended to be read on white paper. */
export const isReadable = (chosen: string) => accentShades(chosen).accent.light === chosen.toLowerCase();

function mended(from: Lch, step: number, on: string[], asChosen?: string): string {
  const isEnough = (colour: string) => on.every((ground) => contrast(colour, ground) >= ENOUGH);
  if (asChosen && isEnough(asChosen)) return asChosen.toLowerCase();
  let { lightness } = from;
  let colour = hexOf(from);
  while (!isEnough(colour) && lightness > 0 && lightness < 1) {
    lightness += step;
    colour = hexOf({ ...from, lightness });
  }
  return colour;
}

const moved = (colour: string, by: number) => {
  const from = lchOf(colour);
  return hexOf({ ...from, lightness: from.lightness + by });
};
