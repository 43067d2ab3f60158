"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useIsUnsaved } from "./pending-acts";

/** A small dot while something about this subject is not saved yet; it keeps its place, so that nothing moves. */
export function UnsavedMark({ subjectId, className }: { subjectId: string; className?: string }) {
  const t = useTranslations("common");
  const isUnsaved = useIsUnsaved(subjectId);
  return (
    <span className={clsx("inline-flex size-1.5 shrink-0", className)} title={isUnsaved ? t("saving") : undefined}>
      {isUnsaved ? <span className="size-1.5 animate-appear rounded-full bg-ink-3" /> : null}
    </span>
  );
}
