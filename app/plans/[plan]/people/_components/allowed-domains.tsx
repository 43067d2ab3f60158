"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Section } from "@/app/_components/shell/page-body";
import { Button, IconButton } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useTRPCClient } from "@/app/_trpc/client";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { PlanHead, PlanView } from "@/server/domain/plan/schemas";
import { useMay, usePlan, usePlanId } from "../../_components/use-plan";
import { usePlanMutation } from "../../_components/use-plan-mutation";

/** At which domains the customer's people are invited. Everybody sees the list; who leads a side changes it. */
export function AllowedDomains() {
  const t = useTranslations("people.domains");
  const { plan } = usePlan();
  const mayChange = useMay("participant.manage");
  const { allow, withdraw } = useDomainActs();
  const domains = plan.allowedDomains;
  return (
    <Section title={t("title")}>
      <p className="text-sm text-ink-2">
        {domains.length > 0 ? t("some", { customer: plan.customerName }) : t("none", { customer: plan.customerName })}
      </p>
      {domains.length > 0 ? (
        <ul className="mt-2">
          {domains.map((domain) => (
            <li key={domain} className="hairline-b flex min-h-9 items-center justify-between gap-3 text-sm">
              <span className="min-w-0 wrap-anywhere">{domain}</span>
              {mayChange ? (
                <IconButton label={t("remove", { domain })} onClick={() => void withdraw({ domain })}>
                  <X size={15} aria-hidden="true" />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayChange ? <AddDomain onAdd={(domain) => allow({ domain })} /> : null}
    </Section>
  );
}

function AddDomain({ onAdd }: { onAdd: (domain: string) => ReturnType<ReturnType<typeof useDomainActs>["allow"]> }) {
  const t = useTranslations("people.domains");
  const words = useRefusalWords();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!typed.trim()) return;
    setSending(true);
    const outcome = await onAdd(typed);
    setSending(false);
    if (outcome.ok) setTyped("");
    setFault(outcome.ok ? null : words(outcome.refusal));
  }

  return (
    <form onSubmit={(event) => void add(event)} className="mt-3 flex flex-col items-start gap-2">
      <Field label={t("label")} hint={t("hint")} error={fault} className="w-full">
        {(control) => (
          <Input
            {...control}
            value={typed}
            maxLength={255}
            placeholder={t("placeholder")}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <Button type="submit" size="sm" pending={isSending}>
        {t("add")}
      </Button>
    </form>
  );
}

function useDomainActs() {
  const { plan: send } = useTRPCClient();
  const planId = usePlanId();
  const subjectOf = () => planId;
  const keep = (said: PlanView, plan: PlanHead): PlanView => ({ ...said, plan });
  const allow = usePlanMutation({ send: send.allowDomain.mutate, subjectOf, keep, tells: ["invalid", "too_many"] });
  const withdraw = usePlanMutation({
    send: send.withdrawDomain.mutate,
    subjectOf,
    draw: (shown: PlanView, { domain }) => ({
      ...shown,
      plan: { ...shown.plan, allowedDomains: shown.plan.allowedDomains.filter((known) => known !== domain) },
    }),
    keep,
  });
  return { allow, withdraw };
}
