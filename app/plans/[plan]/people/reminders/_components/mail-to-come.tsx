"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section, WithSide } from "@/app/_components/shell/page-body";
import { planPath } from "@/app/_components/shell/paths";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { SectionHead } from "../../../_components/section-head";
import { usePlan } from "../../../_components/use-plan";
import { Escalation } from "./escalation";
import { MailRow } from "./mail-row";
import { mailKey, useReminderActs, useReminders } from "./use-reminders";

/** Which mails go to whom within a fortnight, day by day, and what is done about what is overdue. */
export function MailToCome() {
  const t = useTranslations("reminders.plan");
  const dates = useDateWords();
  const { plan, today } = usePlan();
  const { mails, until, escalatesAfter } = useReminders();
  const acts = useReminderActs();
  const days = [...new Set(mails.map(({ day }) => day))];

  return (
    <>
      <p className="mb-1 text-sm">
        <Link href={planPath(plan.id, "people")} className="text-accent underline-offset-3 hover:underline">
          {t("back")}
        </Link>
      </p>
      <SectionHead title={t("title")} lead={t("lead", { until: dates.day(until, today) })} />
      <WithSide side={<Escalation afterDays={escalatesAfter} onChoose={acts.setEscalation} />}>
        {days.length === 0 ? <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState> : null}
        {days.map((day) => (
          <Section key={day} title={<time dateTime={day}>{dates.full(day, today)}</time>} ruled>
            <ul>
              {mails
                .filter((mail) => mail.day === day)
                .map((mail) => (
                  <MailRow key={mailKey(mail)} mail={mail} acts={acts} />
                ))}
            </ul>
          </Section>
        ))}
      </WithSide>
    </>
  );
}
