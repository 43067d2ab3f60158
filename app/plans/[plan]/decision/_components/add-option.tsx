"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { TroubleNotice } from "../../_components/trouble-notice";
import { useOptionActs } from "./use-decision";

type Kind = "other_supplier" | "build";

/** Another supplier, or building it oneself. The supplier never learns of either. */
export function AddOption() {
  const t = useTranslations("decision");
  const { add } = useOptionActs();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<Kind>("other_supplier");
  if (!isOpen) {
    return (
      <Button onClick={() => setOpen(true)}>
        <Plus size={15} aria-hidden="true" />
        {t("addOption")}
      </Button>
    );
  }
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = title.trim();
    if (!wanted) return;
    const { ok } = await add({ title: wanted, kind });
    if (!ok) return;
    setTitle("");
    setOpen(false);
  };
  return (
    <form onSubmit={send} className="flex w-full max-w-[640px] flex-wrap items-center gap-2">
      <Input
        autoFocus
        aria-label={t("optionName")}
        placeholder={t("optionPlaceholder")}
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
        className="min-w-52 flex-1"
      />
      <Select
        aria-label={t("kind")}
        value={kind}
        onChange={(event) => setKind(event.target.value as Kind)}
        className="sm:w-auto"
      >
        <option value="other_supplier">{t("otherSupplier")}</option>
        <option value="build">{t("build")}</option>
      </Select>
      <Button type="submit" variant="primary">
        {t("add")}
      </Button>
      <Button variant="ghost" onClick={() => setOpen(false)}>
        {t("finish")}
      </Button>
      <TroubleNotice subjectId="option.new" className="w-full" />
    </form>
  );
}
