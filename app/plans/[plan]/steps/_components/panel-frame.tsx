"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Sheet } from "@/app/_components/ui/sheet";

const wide = "(min-width: 80rem)";

type PanelFrameProps = { title: string | null; onClose: () => void; children: ReactNode };

/** Beside the list where there is room, over it where there is not. */
export function PanelFrame({ title, onClose, children }: PanelFrameProps) {
  const t = useTranslations("steps");
  const isWide = useIsWide();
  if (isWide === false) {
    return (
      <Sheet open={title !== null} onOpenChange={(open) => !open && onClose()} title={title ?? t("panel")} hideTitle>
        {children}
      </Sheet>
    );
  }
  if (title === null) return null;
  return (
    <aside
      aria-label={t("panel")}
      data-step-panel=""
      className="sticky top-0 h-dvh w-[26.25rem] shrink-0 overflow-y-auto border-l border-line bg-surface p-6.5 max-xl:hidden"
    >
      {children}
    </aside>
  );
}

/** Null while the server renders, which does not know the screen. */
function useIsWide(): boolean | null {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(wide);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(wide).matches,
    () => null,
  );
}
