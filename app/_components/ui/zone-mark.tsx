import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Zone = "shared" | "committee" | "seller";

export type ZoneMarkProps = {
  zone: Zone;
  /** The customer's name for the committee's zone, the supplier's for the seller's: "Acme only". */
  of?: string;
  /** Says more after the words: "Committee only: Acme sees the criteria, not the ratings". */
  children?: ReactNode;
  className?: string;
};

const looks = {
  committee: "bg-committee-ground text-committee",
  seller: "bg-supplier-ground text-supplier",
};

/** The same mark on every screen and on both sides; a shared thing carries none. */
export function ZoneMark({ zone, of, children, className }: ZoneMarkProps) {
  const t = useTranslations("common.zone");
  if (zone === "shared") return null;
  const words = {
    committee: of ? t("committeeOf", { customer: of }) : t("committee"),
    seller: of ? t("sellerOf", { supplier: of }) : t("seller"),
  };
  const hints = { committee: t("committeeHint"), seller: t("sellerHint") };
  return (
    <span
      title={hints[zone]}
      className={clsx(
        "inline-flex max-w-full items-start gap-1.5 rounded-sm px-1.5 py-0.5 text-xs font-medium",
        looks[zone],
        children ? "" : "whitespace-nowrap",
        className,
      )}
    >
      <LockGlyph />
      <span>
        {words[zone]}
        {children ? <>: {children}</> : null}
      </span>
    </span>
  );
}

function LockGlyph() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="mt-[3px] size-3 shrink-0" fill="none">
      <path d="M3.75 5.5V3.75a2.25 2.25 0 0 1 4.5 0V5.5" stroke="currentColor" strokeWidth="1.4" />
      <rect x="2" y="5" width="8" height="6" rx="1.4" fill="currentColor" />
    </svg>
  );
}
