import { Section, Text } from "react-email";
import type { Words } from "../words";
import { Note } from "./text";
import { paint } from "./tokens";

/** Six digits for the device that the mail is not on. In one piece, so that they are copied as one. */
export function Code({ code, words: { t } }: { code: string; words: Words }) {
  return (
    <Section {...paint({ border: "line" }, { borderTop: "1px solid", marginTop: 32, paddingTop: 24 })}>
      <Text {...paint({ color: "ink" }, { fontSize: 15, lineHeight: "22px", fontWeight: 600, margin: 0 })}>
        {t("code.heading")}
      </Text>
      <Note style={{ margin: "2px 0 0" }}>{t("code.explain")}</Note>
      <Digits code={code} />
    </Section>
  );
}

export const Digits = ({ code }: { code: string }) => (
  <Text
    dir="ltr"
    {...paint(
      { color: "ink" },
      {
        fontSize: 30,
        lineHeight: "36px",
        fontWeight: 600,
        letterSpacing: "0.22em",
        fontVariantNumeric: "tabular-nums",
        margin: "14px 0 0",
      },
    )}
  >
    {code}
  </Text>
);
