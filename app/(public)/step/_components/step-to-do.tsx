import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { StepLinkPreview } from "@/server/domain/access/schemas";
import { Hidden } from "../../_access/hidden";
import { DecideForm } from "./decide-form";
import { LaterForm } from "./later-form";
import { NotMineForm } from "./not-mine-form";
import { WriteForm } from "./write-form";

export type ToDo = Extract<StepLinkPreview, { state: "open" | "waits" }>;
export type ActFormProps = { found: ToDo; token: string; query: Partial<Record<string, string>> };

/** The step, and the one thing that the link is for. */
export function StepToDo({ told, ...props }: ActFormProps & { told: string | null }) {
  const t = useTranslations("access.step");
  const words = useDateWords();
  const fault = useFault(props);
  const { found, query } = props;
  // Said at the digits, where they are typed.
  const isOfCode = query.code === "sent" && (query.error === "code_wrong" || query.field === "not_six_digits");
  const { title, planTitle, workspaceName, name, dueOn, today, act, zone, planId, openPredecessors, openCount } = found;
  return (
    <PublicFrame
      over={t("over", { plan: planTitle, workspace: workspaceName })}
      title={<span className="wrap-anywhere">{title}</span>}
      lead={
        <>
          <p>{dueOn ? t("for", { name, date: words.full(dueOn, today) }) : t("forUndated", { name })}</p>
          <ZoneMark zone={zone} className="mt-2" />
        </>
      }
    >
      {told && !isOfCode ? (
        <Callout tone="bad" announce>
          {fault ?? told}
        </Callout>
      ) : null}
      {openCount > 0 ? (
        <Callout tone="warn" title={openPredecessors.length > 0 ? t("waits") : t("waitsNumber", { count: openCount })}>
          {openPredecessors.length > 0 ? (
            <ul className="list-disc pl-4 wrap-anywhere">
              {openPredecessors.map((waitedFor) => (
                <li key={waitedFor}>{waitedFor}</li>
              ))}
            </ul>
          ) : null}
          <p className="mt-1">{act === "done" ? t("waitsLead") : t("waitsFirst")}</p>
        </Callout>
      ) : null}
      <ActForm {...props} codeFault={isOfCode ? told : null} />
      <ButtonLink href={planPath(planId)} variant="ghost" size="lg" wide>
        {t("openPlan")}
      </ButtonLink>
    </PublicFrame>
  );
}

function ActForm({ codeFault, ...props }: ActFormProps & { codeFault: string | null }) {
  switch (props.found.act) {
    case "done":
      return <DoneForm {...props} />;
    case "later":
      return <LaterForm {...props} />;
    case "not_mine":
      return <NotMineForm {...props} />;
    case "comment":
      return <WriteForm {...props} kind="comment" />;
    case "answer":
      return <WriteForm {...props} kind="answer" />;
    case "decide":
      return <DecideForm {...props} codeFault={codeFault} />;
  }
}

function DoneForm({ found, token }: ActFormProps) {
  const t = useTranslations("access.step");
  const isWaiting = found.state === "waits";
  return (
    <form method="post" action="/api/access/step">
      <Hidden values={{ token, anyway: isWaiting ? "yes" : null }} />
      <SubmitButton size="lg" wide variant={isWaiting ? "secondary" : "primary"}>
        {isWaiting ? t("anyway") : t("done")}
      </SubmitButton>
    </form>
  );
}

const sections = {
  later: "later",
  not_mine: "notMine",
  comment: "comment",
  answer: "answer",
  decide: "decide",
} as const;

/** What is wrong with what was typed, in the words of this page. */
function useFault({ found, query }: ActFormProps): string | null {
  const t = useTranslations("access.step");
  if (query.error !== "invalid" || query.field === "not_six_digits" || found.act === "done") return null;
  return t(`${sections[found.act]}.wrong`);
}
