import type { ReactNode } from "react";
import { Section } from "react-email";
import { paint } from "./tokens";

export const Card = ({ children }: { children: ReactNode }) => (
  <Section
    {...paint(
      { ground: "surface", border: "line" },
      { border: "1px solid", borderRadius: 10, borderCollapse: "separate", marginTop: 16, padding: "16px" },
    )}
  >
    {children}
  </Section>
);
