"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog } from "@/app/_components/ui/dialog";
import { Kbd } from "@/app/_components/ui/kbd";
import { turnKeys, useKeysOn } from "./keys-choice";

const keys = [
  ["move", "J", "K"],
  ["open", "↵"],
  ["rename", "E"],
  ["assign", "A"],
  ["date", "D"],
  ["done", "X"],
  ["add", "N"],
  ["reorder", "altUp", "altDown"],
  ["close", "escape"],
  ["help", "?"],
] as const;

/** Keys that have a name, which is another one in other languages. */
const named = { altUp: true, altDown: true, escape: true };

export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("steps.keys");
  const isOn = useKeysOn();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("lead")}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {keys.map(([name, ...caps]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{t(`act.${name}`)}</dt>
            <dd className="flex justify-end gap-1">
              {caps.map((cap) => (
                <Kbd key={cap} className="max-sm:inline-flex!">
                  {cap in named ? t(`cap.${cap as keyof typeof named}`) : cap}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 border-t border-line pt-4">
        <Checkbox
          label={t("on")}
          hint={t("onHint")}
          checked={isOn}
          onChange={(event) => turnKeys(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
