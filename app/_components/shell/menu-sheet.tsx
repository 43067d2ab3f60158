"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "../ui/button";
import { Sheet } from "../ui/sheet";

/** The rail on screens that have no room for it. Going somewhere closes it. */
export function MenuSheet({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const path = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <>
      <IconButton label={t("menu")} aria-haspopup="dialog" className="-ml-1.5" onClick={() => setOpenOn(path)}>
        <Menu size={18} aria-hidden="true" />
      </IconButton>
      <Sheet
        open={openOn === path}
        onOpenChange={(open) => setOpenOn(open ? path : null)}
        title={t("menu")}
        hideTitle
        side="left"
      >
        {children}
      </Sheet>
    </>
  );
}
