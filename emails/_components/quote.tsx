import { Section, Text } from "react-email";
import { paint } from "./tokens";

/** Somebody's own words, in the lines that they wrote. */
export const Quote = ({ children }: { children: string }) => (
  <Section
    {...paint(
      { border: "lineStrong" },
      { borderInlineStart: "3px solid", borderCollapse: "separate", margin: "6px 0", paddingInlineStart: 12 },
    )}
  >
    <Text
      dir="auto"
      {...paint({ color: "ink2" }, { fontSize: 15, lineHeight: "23px", margin: 0, whiteSpace: "pre-line" })}
    >
      {children}
    </Text>
  </Section>
);
