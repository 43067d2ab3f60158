"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { Avatar } from "@/app/_components/ui/avatar";
import { usePersonName } from "../../_components/people";
import { useMay, usePlan } from "../../_components/use-plan";
import { MyAgreement } from "./my-agreement";
import { useChangeCase } from "./use-change-case";

const tones = { agree: "text-accent", partly: "text-warn", disagree: "text-bad" };

/** Who of the committee stands behind the wording as it is now. */
export function Agreements() {
  const t = useTranslations("why.agreement");
  const nameOf = usePersonName();
  const { participants } = usePlan();
  const { problem } = useChangeCase();
  const mayAgree = useMay("problem.agree");
  const said = new Map(problem.agreements.map((agreement) => [agreement.participantId, agreement]));
  const committee = participants.filter(
    ({ side, status, role, id }) => side === "buyer" && ((status === "joined" && role !== "viewer") || said.has(id)),
  );
  const agreeing = problem.agreements.filter(
    ({ level, wording }) => level === "agree" && wording === problem.wording,
  ).length;

  return (
    <Section
      title={t("title")}
      aside={problem.wording > 0 && committee.length > 0 ? t("count", { agreeing, of: committee.length }) : null}
    >
      {mayAgree && problem.wording > 0 ? <MyAgreement /> : null}
      {committee.length === 0 ? <p className="text-ink-2">{t("nobody")}</p> : null}
      <ul className="mt-4 flex flex-col gap-4">
        {committee.map((person) => {
          const agreement = said.get(person.id);
          const isOld = agreement !== undefined && agreement.wording !== problem.wording;
          return (
            <li key={person.id} className="flex gap-3">
              <Avatar name={nameOf(person)} className="mt-px" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap justify-between gap-x-3">
                  <span className="wrap-anywhere">{nameOf(person)}</span>
                  {agreement && !isOld ? (
                    <span className={`text-sm font-medium ${tones[agreement.level]}`}>
                      {t(`level.${agreement.level}`)}
                    </span>
                  ) : (
                    <span className="text-sm text-ink-3">{isOld ? t("older") : t("unheard")}</span>
                  )}
                </p>
                {agreement?.comment && !isOld ? (
                  <p className="mt-0.5 text-sm wrap-anywhere text-ink-2">{agreement.comment}</p>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
