"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useTRPCClient } from "@/app/_trpc/client";
import type { Side } from "@/db/vocabulary";
import type { PlanView } from "@/server/domain/plan/schemas";
import { usePlan } from "./use-plan";
import { usePlanMutation } from "./use-plan-mutation";

type NameSomeoneProps = { sides: readonly Side[]; name: string; onNamed: (participantId: string) => void };

/** Puts somebody on the plan by name, without inviting them yet. */
export function NameSomeone({ sides, name, onNamed }: NameSomeoneProps) {
  const t = useTranslations("plan.owner");
  const { plan } = usePlan();
  const client = useTRPCClient();
  const [isOpen, setOpen] = useState(false);
  const put = usePlanMutation({
    send: client.participant.name.mutate,
    subjectOf: () => plan.id,
    keep: (said: PlanView, person) => ({ ...said, participants: [...said.participants, person] }),
  });

  async function submit(form: FormData) {
    const outcome = await put({
      name: String(form.get("name")),
      side: form.get("side") === "seller" ? "seller" : "buyer",
    });
    if (outcome.ok) onNamed(outcome.output.id);
  }

  if (!isOpen) {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="mt-1 flex min-h-8 w-full items-center gap-2.5 rounded-md border-t border-line px-2 text-left text-accent hover:bg-sunken max-sm:min-h-11"
      >
        <Plus size={15} aria-hidden="true" />
        {name ? t("nameThis", { name }) : t("nameSomeone")}
      </button>
    );
  }
  return (
    <form action={submit} className="mt-2 flex flex-col gap-2 border-t border-line pt-2">
      <Field label={t("name")} hint={t("nameHint")}>
        {(control) => (
          <Input {...control} autoFocus name="name" defaultValue={name} required maxLength={120} autoComplete="off" />
        )}
      </Field>
      {sides.length > 1 ? (
        <Field label={t("side")}>
          {(control) => (
            <Select {...control} name="side">
              {sides.map((side) => (
                <option key={side} value={side}>
                  {side === "buyer" ? plan.customerName : plan.supplierName}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : (
        <input type="hidden" name="side" value={sides[0]} />
      )}
      <SubmitButton size="sm">{t("give")}</SubmitButton>
    </form>
  );
}
