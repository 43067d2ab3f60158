"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { ConflictNotice } from "./conflict-notice";
import { pendingActs, type Trouble, useTrouble } from "./pending-acts";

/** What went wrong with this subject, beside it, until it is dealt with: a conflict, or why an act was refused. */
export function TroubleNotice({ subjectId, className }: { subjectId: string; className?: string }) {
  const trouble = useTrouble(subjectId);
  if (!trouble) return null;
  if (trouble.refusal.code === "conflict") return <ConflictNotice trouble={trouble} className={className} />;
  return <RefusalNotice trouble={trouble} className={className} />;
}

function RefusalNotice({ trouble, className }: { trouble: Trouble; className?: string }) {
  const t = useTranslations("common");
  const steps = useTranslations("plan.steps");
  const words = useRefusalWords();
  const isWaiting = trouble.refusal.code === "waits";
  return (
    <Callout
      tone={isWaiting ? "warn" : "bad"}
      announce
      className={className}
      action={
        <>
          {trouble.again ? (
            <Button size="sm" onClick={() => trouble.again?.(isWaiting ? { anyway: true } : undefined)}>
              {isWaiting ? steps("anyway") : t("tryAgain")}
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={() => pendingActs.settle(trouble.subjectId)}>
            {isWaiting ? t("cancel") : t("close")}
          </Button>
        </>
      }
    >
      {words(trouble.refusal)}
    </Callout>
  );
}
