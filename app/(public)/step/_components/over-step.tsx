import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_components/public-frame";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { StepLinkPreview } from "@/server/domain/access/schemas";
import { Hidden } from "../../_access/hidden";

type Over = Exclude<StepLinkPreview, { state: "gone" | "open" | "waits" }>;

/** What became of it: done, put off, passed on; or whose link it is, where somebody else opened it. */
export function OverStep({ found, token }: { found: Over; token: string }) {
  const t = useTranslations("access.step");
  const told = useTold();
  if (found.state === "other_person") {
    const { name, signedInAs: email } = found;
    return (
      <PublicFrame
        title={t("otherPerson", { name })}
        lead={<p className="wrap-anywhere">{t("otherPersonLead", { name, email })}</p>}
      >
        <form method="post" action="/api/access/sign-out">
          <Hidden values={{ to: `/step?${new URLSearchParams({ token })}` }} />
          <SubmitButton variant="secondary" size="lg" wide>
            {t("signOut")}
          </SubmitButton>
        </form>
        <ButtonLink href="/plans" variant="ghost" size="lg" wide>
          {t("home")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      over={t("over", { plan: found.planTitle, workspace: found.workspaceName })}
      title={<span className="wrap-anywhere">{found.title}</span>}
      lead={<p role="status">{told(found)}</p>}
    >
      <ButtonLink href={planPath(found.planId)} size="lg" wide>
        {t("openPlan")}
      </ButtonLink>
    </PublicFrame>
  );
}

function useTold() {
  const t = useTranslations("access.step");
  const errors = useTranslations("errors");
  const dates = useDateWords();
  return (found: Exclude<Over, { state: "other_person" }>): string => {
    if (found.state === "dropped") return t("isDropped");
    if (found.state === "not_yours") return t("notYours", { name: found.ownerName ?? "none" });
    if (found.state === "most_reminders") return errors("most_reminders");
    if (found.state === "done" || found.act === "done") return `${t("isDone")} ${t("isDoneLead")}`;
    switch (found.act) {
      case "later":
        return `${t("later.used", { date: found.detail ? dates.day(found.detail) : "" })} ${t("later.usedLead")}`;
      case "not_mine": {
        const name = found.detail ?? "none";
        return `${t("notMine.used", { name })} ${t("notMine.usedLead", { name })}`;
      }
      case "comment":
        return `${t("comment.used")} ${t("comment.usedLead")}`;
      case "answer":
        return `${t("answer.used")} ${t("answer.usedLead")}`;
      case "decide": {
        const decision = found.detail ?? "";
        return `${t("decide.used", { decision })} ${t("decide.usedLead", { decision })}`;
      }
    }
  };
}
