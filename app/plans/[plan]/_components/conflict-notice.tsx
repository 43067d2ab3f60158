"use client";

import { BothValues } from "@/app/_components/both-values";
import { useStatusWords } from "@/app/_components/ui/status-dot";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useMoneyWords } from "@/app/_components/ui/use-money-words";
import { useLastChange } from "@/app/_trpc/live";
import { pendingActs, type Trouble } from "./pending-acts";
import { usePersonName } from "./people";
import { usePlan } from "./use-plan";

/** What two people changed at once in the plan, beside it. */
export function ConflictNotice({ trouble, className }: { trouble: Trouble; className?: string }) {
  return (
    <BothValues
      conflicts={trouble.refusal.details.conflicts ?? []}
      who={useLastChange(trouble.subjectId)}
      show={useShownValue()}
      onKeepMine={(base) => trouble.again?.({ base })}
      onTakeTheirs={() => pendingActs.settle(trouble.subjectId)}
      className={className}
    />
  );
}

const amounts = ["low", "likely", "high"];

/** A field's value in words: a person's name, a date, an amount, a status, or the text itself. */
function useShownValue() {
  const dates = useDateWords();
  const statusOf = useStatusWords();
  const nameOf = usePersonName();
  const money = useMoneyWords();
  const { plan, participants, today } = usePlan();
  return (field: string, value: unknown): string => {
    if (field.endsWith("On") && typeof value === "string") return dates.day(value, today);
    if (amounts.includes(field) && typeof value === "number") return money.exact(value, plan.currency);
    if (field === "status") return statusOf(value);
    const person = field === "ownerId" ? participants.find(({ id }) => id === value) : undefined;
    return person ? nameOf(person) : String(value);
  };
}
