"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { Dotted } from "@/app/_components/ui/dotted";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { MoneyRange } from "@/app/_components/ui/money";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useListWords } from "@/app/_components/ui/use-list-words";
import { useTRPC } from "@/app/_trpc/client";
import type { ChangeCase } from "@/server/domain/change-case/schemas";
import { usePersonName } from "../_components/people";
import { usePlan, usePlanId } from "../_components/use-plan";

/** The problem in the customer's own words, who stands behind it, and what doing nothing costs. */
export function WhySummary() {
  const t = useTranslations("overview.why");
  const planId = usePlanId();
  const { data } = useSuspenseQuery(useTRPC().changeCase.read.queryOptions({ planId }));
  const why = planPath(planId, "why");

  if (data.problem.wording === 0) {
    return (
      <Section title={t("title")}>
        <EmptyState title={t("unwritten")} action={<ButtonLink href={why}>{t("write")}</ButtonLink>}>
          {t("unwrittenHint")}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t("title")} aside={<Agreement problem={data.problem} />}>
      <p className="line-clamp-6 font-serif text-quote whitespace-pre-line text-ink">{data.problem.statement}</p>
      {data.costLines.length > 0 ? (
        <Costs changeCase={data} />
      ) : (
        <p className="mt-4 text-ink-2">
          {t("noCost")}{" "}
          <Link href={why} className="text-accent underline underline-offset-3">
            {t("addCost")}
          </Link>
        </p>
      )}
    </Section>
  );
}

function Agreement({ problem }: { problem: ChangeCase["problem"] }) {
  const t = useTranslations("overview.why");
  const { participants } = usePlan();
  const asked = participants.filter(
    ({ side, role, status }) => side === "buyer" && role !== "viewer" && status === "joined",
  );
  const said = problem.agreements.filter(({ wording }) => wording === problem.wording);
  const agree = said.filter(({ level }) => level === "agree").length;
  const doubts = said.length - agree;
  const total = Math.max(asked.length, said.length);
  if (total === 0) return null;
  return (
    <Dotted className="font-medium">
      {t("agreed", { agree, total })}
      {doubts > 0 ? t("doubts", { doubts }) : null}
    </Dotted>
  );
}

function Costs({ changeCase }: { changeCase: ChangeCase }) {
  const t = useTranslations("overview.why");
  const dates = useDateWords();
  const nameOf = usePersonName();
  const { participants, today } = usePlan();
  const { perMonth, soFar, currency, costLines, since } = changeCase;
  const listed = useListWords();
  const confirmers = participants
    .filter(({ id }) => costLines.some(({ confirmedBy }) => confirmedBy === id))
    .map(nameOf);
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <div className="flex flex-col-reverse">
        <dt className="text-sm text-ink-2">
          {confirmers.length > 0 ? t("perMonthBy", { names: listed(confirmers) }) : t("perMonth")}
        </dt>
        <dd className="text-xl font-semibold">
          <MoneyRange low={perMonth.low} high={perMonth.high} currency={currency} />
        </dd>
      </div>
      <div className="flex flex-col-reverse">
        <dt className="text-sm text-ink-2">{t("soFar", { date: dates.short(since, today) })}</dt>
        <dd className="text-xl font-semibold">
          <MoneyRange low={soFar.low} high={soFar.high} currency={currency} />
        </dd>
      </div>
    </dl>
  );
}
