"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import type { Zone } from "@/db/vocabulary";
import { TroubleNotice } from "../../_components/trouble-notice";
import { usePlan } from "../../_components/use-plan";
import { useCriterionActs } from "./use-decision";

/** A criterion more, for everybody or for one's own side. */
export function AddCriterion() {
  const t = useTranslations("decision");
  const zones = useTranslations("common.zone");
  const { me } = usePlan();
  const { add } = useCriterionActs();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [zone, setZone] = useState<Zone>("shared");
  const own: Zone = me.side === "buyer" ? "committee" : "seller";

  if (!isOpen) {
    return (
      <Button onClick={() => setOpen(true)}>
        <Plus size={15} aria-hidden="true" />
        {t("addCriterion")}
      </Button>
    );
  }
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = title.trim();
    if (!wanted) return;
    const { ok } = await add({ title: wanted, zone });
    if (ok) setTitle("");
  };
  return (
    <form onSubmit={send} className="flex w-full max-w-[640px] flex-wrap items-center gap-2">
      <Input
        autoFocus
        aria-label={t("criterionTitle")}
        placeholder={t("criterionPlaceholder")}
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
        className="min-w-52 flex-1"
      />
      <Select
        aria-label={t("whoSees")}
        value={zone}
        onChange={(event) => setZone(event.target.value as Zone)}
        className="sm:w-auto"
      >
        <option value="shared">{zones("shared")}</option>
        <option value={own}>{zones(own)}</option>
      </Select>
      <Button type="submit" variant="primary">
        {t("add")}
      </Button>
      <Button variant="ghost" onClick={() => setOpen(false)}>
        {t("finish")}
      </Button>
      <TroubleNotice subjectId="criterion.new" className="w-full" />
    </form>
  );
}
