import type { CSSProperties, ReactNode } from "react";
import { type AccentShades, accentShades, type Shade } from "./accent";

/** What stands in here is drawn in a workspace's colour; without one, in the product's. */
export function Accented({ accent, children }: { accent: string | null; children: ReactNode }) {
  if (!accent) return children;
  return (
    <div className="contents" style={tokensOf(accentShades(accent))}>
      {children}
    </div>
  );
}

/** The page says whether it is light or dark, by the device or by the reader's choice. */
const both = ({ light, dark }: Shade) => `light-dark(${light}, ${dark})`;

const tokensOf = ({ accent, accentHover, accentGround, onAccent }: AccentShades) =>
  ({
    "--accent": both(accent),
    "--accent-hover": both(accentHover),
    "--accent-ground": both(accentGround),
    "--on-accent": both(onAccent),
    "--focus": both(accent),
  }) as CSSProperties;
