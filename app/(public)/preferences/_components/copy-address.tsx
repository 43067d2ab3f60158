"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";

/** Where the browser lets nobody copy, the address can still be marked in its field. */
export function CopyAddress({ address }: { address: string }) {
  const t = useTranslations("calendar.feeds");
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(address).then(() => setIsCopied(true));
  return (
    <Button onClick={() => void copy().catch(() => setIsCopied(false))} aria-live="polite">
      {isCopied ? t("copied") : t("copy")}
    </Button>
  );
}
