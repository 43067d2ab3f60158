import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accentShades, isReadable } from "@/app/_look/accent";
import { contrast, hexOf, lchOf } from "@/app/_look/colour";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, "0")}`);

describe("a workspace's accent", () => {
  test("can be read wherever it may stand, in light and dark, whatever was chosen", () => {
    fc.assert(
      fc.property(anyColour, (chosen) => {
        const { accent, accentHover, accentGround, onAccent } = accentShades(chosen);
        for (const paper of ["#ffffff", "#fbfaf7", "#efeae2", accentGround.light, onAccent.light]) {
          expect(contrast(accent.light, paper)).toBeGreaterThanOrEqual(4.5);
        }
        for (const paper of ["#161512", "#1d1b18", "#27241f", accentGround.dark, onAccent.dark]) {
          expect(contrast(accent.dark, paper)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(accentHover.light, onAccent.light)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accentHover.dark, onAccent.dark)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  test("is as chosen where that can be read", () => {
    for (const readable of ["#14594a", "#1d4ed8", "#7A1FA2", "#000000"]) {
      expect(accentShades(readable).accent.light).toBe(readable.toLowerCase());
      expect(isReadable(readable)).toBe(true);
    }
    for (const pale of ["#ffd400", "#7ccbb3", "#ffffff", "#ff9900"]) expect(isReadable(pale)).toBe(false);
  });

  test("keeps its hue when it is made darker or lighter", () => {
    fc.assert(
      fc.property(anyColour, (chosen) => {
        const { accent } = accentShades(chosen);
        const own = lchOf(chosen);
        for (const shade of [lchOf(accent.light), lchOf(accent.dark)]) {
          // The hue of what is nearly grey is nobody's matter.
          if (own.chroma < 0.04 || shade.chroma < 0.04) continue;
          const apart = Math.abs(((shade.hue - own.hue + 540) % 360) - 180);
          expect(apart).toBeLessThan(6);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#123456", "#123456")).toBe(1);
});

test("a colour comes back from its lightness, strength and hue as it was", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(hexOf(lchOf(colour))).toBe(colour);
    }),
  );
  expect(() => lchOf("#12345g")).toThrow(RangeError);
});
