import { Section } from "react-email";
import type { ReminderPlan } from "../reminder-props";
import type { Words } from "../words";
import { Line } from "./line";
import { Anchor, Note } from "./text";
import { paint } from "./tokens";

/** Where a plan stands, as its line and in words. */
export function PlanLine({ plan, today, words }: { plan: ReminderPlan; today: string; words: Words }) {
  const { stops, decisionOn } = plan;
  const done = stops.filter(({ state }) => state === "done").length;
  const decisionAt = stops.findLastIndex(({ dueOn }) => dueOn !== null && dueOn === decisionOn);
  return (
    <Section {...paint({ border: "line" }, { borderTop: "1px solid", marginTop: 28, paddingTop: 20 })}>
      <Note color="ink" style={{ margin: "0 0 12px", fontWeight: 600 }}>
        <Anchor href={plan.url} color="ink" isUnderlined={false}>
          <bdi>{plan.title}</bdi>
        </Anchor>
      </Note>
      {stops.length > 1 && (
        <Line
          stops={stops}
          decisionAt={decisionAt}
          alternative={words.t("reminder.line.picture", { done, total: stops.length })}
        />
      )}
      <Note style={{ margin: "10px 0 0", fontSize: 13 }}>{lineWords(plan, today, words).join(" · ")}</Note>
    </Section>
  );
}

/** "3 of 7 milestones done", "Next: Security review, Fri 27 Nov", "Decision Fri 18 Dec" */
export function lineWords({ stops, decisionOn }: ReminderPlan, today: string, { t, day }: Words): string[] {
  const done = stops.filter(({ state }) => state === "done").length;
  const next = stops.find(({ state }) => state === "now");
  const nextWords = next?.dueOn
    ? t(next.dueOn < today ? "reminder.line.nextWasDue" : "reminder.line.nextDue", {
        title: next.title,
        day: day(next.dueOn, today),
      })
    : next && t("reminder.line.next", { title: next.title });
  return [
    stops.length > 0 && t("reminder.line.done", { done, total: stops.length }),
    nextWords,
    decisionOn && t("reminder.line.decision", { day: day(decisionOn, today) }),
  ].filter((words) => typeof words === "string");
}
