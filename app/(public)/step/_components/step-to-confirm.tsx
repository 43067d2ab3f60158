import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { Hidden } from "../../_access/hidden";

type Found = {
  over: string;
  title: string;
  name: string;
  planId: string;
  dueOn: string | null;
  today: string;
  openPredecessors: string[];
};

export function StepToConfirm({ found, token, told }: { found: Found; token: string; told: string | null }) {
  const t = useTranslations("access.step");
  const words = useDateWords();
  const { over, title, name, planId, dueOn, today, openPredecessors } = found;
  const isWaiting = openPredecessors.length > 0;
  return (
    <PublicFrame
      over={over}
      title={<span className="wrap-anywhere">{title}</span>}
      lead={dueOn ? t("for", { name, date: words.full(dueOn, today) }) : t("forUndated", { name })}
    >
      {told ? (
        <Callout tone="bad" announce>
          {told}
        </Callout>
      ) : null}
      {isWaiting ? (
        <Callout tone="warn" title={t("waits")}>
          <ul className="list-disc pl-4 wrap-anywhere">
            {openPredecessors.map((waitedFor) => (
              <li key={waitedFor}>{waitedFor}</li>
            ))}
          </ul>
          <p className="mt-1">{t("waitsLead")}</p>
        </Callout>
      ) : null}
      <form method="post" action="/api/access/step">
        <Hidden values={{ token, anyway: isWaiting ? "yes" : null }} />
        <SubmitButton size="lg" wide variant={isWaiting ? "secondary" : "primary"}>
          {isWaiting ? t("anyway") : t("done")}
        </SubmitButton>
      </form>
      <ButtonLink href={planPath(planId)} variant="ghost" size="lg" wide>
        {t("openPlan")}
      </ButtonLink>
    </PublicFrame>
  );
}
