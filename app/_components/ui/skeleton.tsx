import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A bar of the real layout's size; invisible for its first 200 ms, so that fast answers do not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-appear rounded-sm bg-sunken", className)} />;
}

/** Stands around skeletons: says once, to those who listen, that something is coming. */
export function SkeletonRegion({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}
