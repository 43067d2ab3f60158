import clsx from "clsx";
import { Children, type ReactNode } from "react";

type DottedProps = { className?: string; children: ReactNode };

/** Short facts in a row, with a dot between any two on one line and none left hanging where the line breaks. */
export function Dotted({ className, children }: DottedProps) {
  return (
    <span className={clsx("dotted", className)}>
      {Children.map(children, (fact) => (fact === null ? null : <span>{fact} </span>))}
    </span>
  );
}
