import type { ReactNode } from "react";

type PartProps = { title: string; lead: ReactNode; children: ReactNode };

export function Part({ title, lead, children }: PartProps) {
  return (
    <section className="mb-9">
      <h2 className="text-lg">{title}</h2>
      <p className="mt-0.5 mb-4 text-sm wrap-anywhere text-ink-2">{lead}</p>
      {children}
    </section>
  );
}
