"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Popover } from "@/app/_components/ui/popover";
import { RadioCards } from "@/app/_components/ui/radio-cards";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { maySee, type Zone } from "@/db/vocabulary";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { usePlan } from "../../_components/use-plan";

const ShowStepDialog = lazy(() => import("./show-step-dialog"));

type ZoneFactProps = { step: Step; acts: StepActs; mayEdit: boolean };

/** Who sees the step, in the words of both sides, with how many people that is. */
export function ZoneFact({ step, acts, mayEdit }: ZoneFactProps) {
  const t = useTranslations("steps.zone");
  const zones = useTranslations("common.zone");
  const { plan, me, milestones, participants } = usePlan();
  const [isAsking, setIsAsking] = useState(false);
  const ownZone: Zone = me.side === "buyer" ? "committee" : "seller";
  const home = milestones.find(({ id }) => id === step.milestoneId)?.zone ?? "shared";
  const seenBy = (zone: Zone) =>
    participants.filter(({ side, status }) => status === "joined" && maySee(side, zone)).length;
  const own = me.side === "buyer" ? plan.customerName : plan.supplierName;
  const other = me.side === "buyer" ? plan.supplierName : plan.customerName;

  const shown =
    step.zone === "shared" ? <span className="text-sm">{zones("shared")}</span> : <ZoneMark zone={step.zone} />;
  if (!mayEdit || home !== "shared") {
    return (
      <span className="flex flex-col items-start gap-1">
        {shown}
        {home !== "shared" ? <span className="text-sm text-ink-3">{t("ofMilestone")}</span> : null}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      {shown}
      <Popover
        label={t("label")}
        align="end"
        className="w-88"
        trigger={(props) => (
          <button
            {...props}
            type="button"
            className="tap-target text-sm text-accent underline-offset-3 hover:underline"
          >
            {t("change")}
          </button>
        )}
      >
        {(close) => (
          <>
            <RadioCards<Zone>
              legend={t("label")}
              value={step.zone}
              onValueChange={(zone) => {
                close();
                if (zone === "shared") setIsAsking(true);
                else void acts.setZone({ stepId: step.id, zone });
              }}
              options={[
                {
                  value: "shared",
                  label: zones("shared"),
                  description: t("shared", { own, other, count: seenBy("shared") }),
                },
                {
                  value: ownZone,
                  label: <ZoneMark zone={ownZone} />,
                  description: t("private", { own, other, count: seenBy(ownZone) }),
                },
              ]}
            />
            <p className="mt-2.5 text-sm text-ink-3">{t("goesAlong")}</p>
          </>
        )}
      </Popover>
      {isAsking ? (
        <Suspense fallback={null}>
          <ShowStepDialog step={step} acts={acts} other={other} onClose={() => setIsAsking(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
