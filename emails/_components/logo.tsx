import { use } from "react";
import { MailLook, paint } from "./tokens";

/** A stop that is done, the line, a stop ahead: drawn with cells, so that it shows with images off. A workspace may put its name to it. */
export function Logo() {
  const { name } = use(MailLook);
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0} style={{ marginBottom: 28 }}>
      <tbody>
        <tr>
          <td style={{ paddingTop: 1 }}>
            <Mark />
          </td>
          <td style={{ width: 10 }} />
          <td
            {...paint(
              { color: "ink" },
              { fontSize: 15, lineHeight: "20px", fontWeight: 600, letterSpacing: "-0.01em" },
            )}
          >
            <bdi>{name ?? "Throughline"}</bdi>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Mark() {
  const blank = { fontSize: 0, lineHeight: 0 };
  const stroke = (width: number) => (
    <td style={{ ...blank, width }}>
      <div {...paint({ ground: "ink" }, { height: 2, ...blank })}>&nbsp;</div>
    </td>
  );
  return (
    <table role="presentation" aria-hidden="true" cellPadding="0" cellSpacing="0" border={0}>
      <tbody>
        <tr>
          <td style={blank}>
            <div {...paint({ ground: "ink" }, { width: 7, height: 7, borderRadius: 4, ...blank })}>&nbsp;</div>
          </td>
          {stroke(5)}
          <td style={blank}>
            <div {...paint({ border: "ink" }, { width: 4, height: 4, borderRadius: 4, border: "2px solid", ...blank })}>
              &nbsp;
            </div>
          </td>
          {stroke(3)}
        </tr>
      </tbody>
    </table>
  );
}
