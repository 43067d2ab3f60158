import type { ReactNode } from "react";
import { paint, type Token } from "./tokens";

export type Stop = { title: string; dueOn: string | null; state: "done" | "now" | "ahead" };

const MOST_STOPS = 12;
const blank = { fontSize: 0, lineHeight: 0 };

/**
 * The plan as one line of table cells: solid as far as it is done, light ahead, the decision as a diamond. Read aloud, it is its
 * alternative. Without rounded corners (Outlook) the stops are squares, and the line still reads.
 */
export function Line({ stops, decisionAt, alternative }: { stops: Stop[]; decisionAt: number; alternative: string }) {
  const cells: ReactNode[] = [];
  const from = firstShown(stops);
  const shown = stops.slice(from, from + MOST_STOPS);
  shown.forEach((stop, at) => {
    const key = from + at;
    if (at > 0) cells.push(<Track key={`to-${key}`} before={shown[at - 1]} after={stop} />);
    cells.push(
      <td key={key} style={{ width: 12, ...blank }}>
        {key === decisionAt ? <Diamond state={stop.state} /> : <Dot state={stop.state} />}
      </td>,
    );
  });
  return (
    <table
      role="img"
      aria-label={alternative}
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      border={0}
      style={{ tableLayout: "fixed", width: "100%" }}
    >
      <tbody>
        <tr>{cells}</tr>
      </tbody>
    </table>
  );
}

/** A long plan is shown around where it stands. */
function firstShown(stops: Stop[]): number {
  const now = stops.findIndex(({ state }) => state === "now");
  const centred = (now < 0 ? stops.length : now) - Math.floor(MOST_STOPS / 2);
  return Math.max(0, Math.min(centred, stops.length - MOST_STOPS));
}

function Track({ before, after }: { before?: Stop; after: Stop }) {
  if (before?.state === "done" && after.state === "now") {
    return (
      <>
        <Stretch ground="accent" />
        <Stretch ground="lineStrong" />
      </>
    );
  }
  const isDone = before?.state === "done" && after.state === "done";
  return <Stretch ground={isDone ? "accent" : "lineStrong"} isWhole />;
}

const Stretch = ({ ground, isWhole = false }: { ground: Token; isWhole?: boolean }) => (
  <td colSpan={isWhole ? 2 : 1} style={blank}>
    <div {...paint({ ground }, { height: 3, ...blank })}>&nbsp;</div>
  </td>
);

function Dot({ state }: { state: Stop["state"] }) {
  if (state === "done") {
    return <div {...paint({ ground: "accent" }, { width: 12, height: 12, borderRadius: 6, ...blank })}>&nbsp;</div>;
  }
  const border = state === "now" ? "accent" : "lineStrong";
  return (
    <div {...paint({ border }, { width: 8, height: 8, border: "2px solid", borderRadius: 6, ...blank })}>&nbsp;</div>
  );
}

function Diamond({ state }: { state: Stop["state"] }) {
  const ground = state === "done" ? "accent" : undefined;
  const shape = { width: 6, height: 6, margin: "0 auto", border: "2px solid", transform: "rotate(45deg)", ...blank };
  return <div {...paint({ border: state === "done" ? "accent" : "ink", ground }, shape)}>&nbsp;</div>;
}
