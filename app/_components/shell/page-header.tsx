import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  /** One line over the title. */
  over?: ReactNode;
  /** One or two lines under it. */
  lead?: ReactNode;
  /** Who is here now. */
  presence?: ReactNode;
  /** At most one primary and two secondary buttons. */
  actions?: ReactNode;
  /** Under the head, over the full width: the plan's line. */
  children?: ReactNode;
  className?: string;
};

export function PageHeader({ title, over, lead, presence, actions, children, className }: PageHeaderProps) {
  return (
    <header className={clsx("mb-9", className)}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {over ? <p className="mb-1 text-sm wrap-anywhere text-ink-2">{over}</p> : null}
          <h1 className="text-2xl wrap-anywhere">{title}</h1>
          {lead ? <div className="mt-1.5 max-w-[68ch] wrap-anywhere text-pretty text-ink-2">{lead}</div> : null}
        </div>
        {presence || actions ? (
          <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
            {presence ? <div className={actions ? "max-sm:basis-full" : undefined}>{presence}</div> : null}
            {actions}
          </div>
        ) : null}
      </div>
      {children ? <div className="mt-6">{children}</div> : null}
    </header>
  );
}

export type PlanHeaderProps = Omit<PageHeaderProps, "over"> & { customer: string; supplier: string };

/** "Northwind Health with Acme Scheduling", the plan's title, who is here, what can be done. */
export function PlanHeader({ customer, supplier, ...rest }: PlanHeaderProps) {
  const t = useTranslations("shell");
  return <PageHeader {...rest} over={t("with", { customer, supplier })} />;
}
