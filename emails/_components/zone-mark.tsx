import { paint } from "./tokens";

type ZoneMarkProps = { zone: "committee" | "seller"; children: string };

/** The lock and its words, as everywhere. Where a mail program drops the lock, the words remain. */
export function ZoneMark({ zone, children }: ZoneMarkProps) {
  const [ink, ground] =
    zone === "committee" ? (["committee", "committeeGround"] as const) : (["supplier", "supplierGround"] as const);
  const blank = { fontSize: 0, lineHeight: 0 };
  return (
    <table
      role="presentation"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      {...paint({ ground }, { borderRadius: 5, borderCollapse: "separate" })}
    >
      <tbody>
        <tr>
          <td style={{ width: 7 }} />
          <td aria-hidden="true" style={{ width: 8, ...blank }}>
            <div
              {...paint(
                { border: ink },
                {
                  width: 2,
                  height: 3,
                  margin: "0 auto",
                  borderWidth: "1.5px 1.5px 0",
                  borderStyle: "solid",
                  borderRadius: "3px 3px 0 0",
                  ...blank,
                },
              )}
            />
            <div {...paint({ ground: ink }, { width: 8, height: 6, borderRadius: 1.5, ...blank })} />
          </td>
          <td style={{ width: 5 }} />
          <td {...paint({ color: ink }, { fontSize: 12, lineHeight: "20px", fontWeight: 600, whiteSpace: "nowrap" })}>
            {children}
          </td>
          <td style={{ width: 7 }} />
        </tr>
      </tbody>
    </table>
  );
}
