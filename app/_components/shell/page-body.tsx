import clsx from "clsx";
import type { ReactNode } from "react";

/** A screen's content with the margins that every screen has. */
export function PageBody({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={clsx("mx-auto w-full max-w-[1212px] px-5 pt-6 pb-20 sm:px-10 lg:pt-6.5", className)}>
      {children}
    </div>
  );
}

export type WithSideProps = { children: ReactNode; side: ReactNode; className?: string };

/** The reading column and the 312 px beside it; below it where there is no room. */
export function WithSide({ children, side, className }: WithSideProps) {
  return (
    <div className={clsx("grid gap-x-11 gap-y-12 xl:grid-cols-[minmax(0,1fr)_312px]", className)}>
      <div className="flex min-w-0 flex-col gap-11">{children}</div>
      <div className="flex min-w-0 flex-col gap-8">{side}</div>
    </div>
  );
}

export type SectionProps = {
  title: ReactNode;
  id?: string;
  /** At the right end of the heading's line: a state, a link. */
  aside?: ReactNode;
  /** A hairline under the heading, for a list that follows at once. */
  ruled?: boolean;
  className?: string;
  children: ReactNode;
};

export function Section({ title, id, aside, ruled = false, className, children }: SectionProps) {
  return (
    <section id={id} className={clsx("min-w-0 scroll-mt-6", className)}>
      <div
        className={clsx(
          "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1",
          ruled ? "hairline-b pb-2.5" : "mb-3",
        )}
      >
        <h2 className="min-w-0 text-base tracking-[-0.01em] wrap-anywhere">{title}</h2>
        {aside ? <div className="text-sm text-ink-2">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
