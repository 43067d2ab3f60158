import { Section } from "react-email";
import { dueOfOthers } from "../due";
import { MOST_WAITED_FOR, type WaitedStep } from "../reminder-props";
import type { Words } from "../words";
import { Anchor, Note } from "./text";

export function WaitingFor({ steps, today, words }: { steps: WaitedStep[]; today: string; words: Words }) {
  const { t } = words;
  if (steps.length === 0) return null;
  const more = steps.length - MOST_WAITED_FOR;
  return (
    <Section style={{ marginTop: 24 }}>
      <Note color="ink" style={{ margin: 0, fontWeight: 600 }}>
        {t("reminder.waiting.heading")}
      </Note>
      {steps.slice(0, MOST_WAITED_FOR).map((step) => (
        <Note key={step.openUrl} style={{ margin: "6px 0 0" }}>
          <bdi>{step.name ?? t("reminder.waiting.unnamed")}</bdi>
          {": "}
          <Anchor href={step.openUrl}>
            <bdi>{step.title}</bdi>
          </Anchor>
          {", "}
          {dueOfOthers(step.dueOn, today, words)}
        </Note>
      ))}
      {more > 0 && <Note style={{ margin: "6px 0 0" }}>{t("reminder.waiting.more", { count: more })}</Note>}
    </Section>
  );
}
