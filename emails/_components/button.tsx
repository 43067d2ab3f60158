import { Button as EmailButton } from "react-email";
import { paint } from "./tokens";

type ButtonProps = { href: string; children: string; kind?: "primary" | "secondary"; size?: "large" | "small" };

/** Fills the cell that it stands in. The border keeps its shape where backgrounds are not drawn. */
export function Button({ href, children, kind = "primary", size = "large" }: ButtonProps) {
  const isPrimary = kind === "primary";
  const colours = isPrimary
    ? ({ color: "onAccent", ground: "accent", border: "accent" } as const)
    : ({ color: "ink", ground: "surface", border: "lineStrong" } as const);
  return (
    <EmailButton
      href={href}
      {...paint(colours, {
        display: "block",
        padding: size === "large" ? "14px 20px" : "10px 12px",
        border: "1px solid",
        borderRadius: 8,
        fontSize: size === "large" ? 16 : 14,
        lineHeight: "20px",
        fontWeight: 600,
        textAlign: "center",
      })}
    >
      {children}
    </EmailButton>
  );
}

/** The one thing that a mail asks for: as wide as a thumb wants it on a phone, no wider than a button elsewhere. */
export const MainButton = ({ href, children }: { href: string; children: string }) => (
  <table
    role="presentation"
    className="wide"
    width={280}
    cellPadding="0"
    cellSpacing="0"
    border={0}
    style={{ marginTop: 24 }}
  >
    <tbody>
      <tr>
        <td>
          <Button href={href}>{children}</Button>
        </td>
      </tr>
    </tbody>
  </table>
);
