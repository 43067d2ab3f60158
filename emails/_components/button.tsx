import { Button as EmailButton } from "react-email";
import { paint } from "./tokens";

type ButtonProps = { href: string; children: string; kind?: "primary" | "secondary"; size?: "large" | "small" };

/** Fills what it stands in. Its ground is a cell's, because Outlook draws none behind a link that is a block. */
export function Button({ href, children, kind = "primary", size = "large" }: ButtonProps) {
  const isPrimary = kind === "primary";
  const cell = isPrimary ? ({ ground: "accent", border: "accent" } as const) : secondaryCell;
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      style={{ borderCollapse: "separate" }}
    >
      <tbody>
        <tr>
          <td {...paint(cell, { border: "1px solid", borderRadius: 8, textAlign: "center" })}>
            <EmailButton
              href={href}
              {...paint(
                { color: isPrimary ? "onAccent" : "ink" },
                {
                  display: "block",
                  padding: size === "large" ? "14px 20px" : "10px 12px",
                  fontSize: size === "large" ? 16 : 14,
                  lineHeight: "20px",
                  fontWeight: 600,
                  textAlign: "center",
                },
              )}
            >
              {children}
            </EmailButton>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const secondaryCell = { ground: "surface", border: "lineStrong" } as const;

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
