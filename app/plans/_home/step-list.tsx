import { type ReactNode, useId } from "react";

/** Steps under a heading, divided by hairlines. */
export function StepList({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="hairline-b pb-2 text-sm font-medium tracking-normal text-ink-2">
        {title}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
