import type { CSSProperties, ReactNode } from "react";
import { Heading, Link, Text } from "react-email";
import { paint, type Token } from "./tokens";

type TextProps = { children: ReactNode; color?: Token; style?: CSSProperties };

export const Title = ({ children, style }: TextProps) => (
  <Heading
    as="h1"
    {...paint(
      { color: "ink" },
      { fontSize: 24, lineHeight: "30px", fontWeight: 600, letterSpacing: "-0.02em", margin: 0, ...style },
    )}
  >
    <bdi>{children}</bdi>
  </Heading>
);

export const Paragraph = ({ children, color = "ink", style }: TextProps) => (
  <Text {...paint({ color }, { fontSize: 16, lineHeight: "25px", margin: "12px 0 0", ...style })}>{children}</Text>
);

export const Note = ({ children, color = "ink2", style }: TextProps) => (
  <Text {...paint({ color }, { fontSize: 14, lineHeight: "21px", margin: "8px 0 0", ...style })}>{children}</Text>
);

export const Small = ({ children, color = "ink3", style }: TextProps) => (
  <Text {...paint({ color }, { fontSize: 12, lineHeight: "18px", margin: 0, ...style })}>{children}</Text>
);

type AnchorProps = { href: string; children: ReactNode; color?: Token; isUnderlined?: boolean };

/** Underlined, since colour alone tells no link from the words around it; a heading that is a link needn't be. */
export const Anchor = ({ href, children, color = "accent", isUnderlined = true }: AnchorProps) => (
  <Link href={href} {...paint({ color }, { textDecoration: isUnderlined ? "underline" : "none" })}>
    {children}
  </Link>
);
