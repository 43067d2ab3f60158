import { Section } from "react-email";
import { dueOfOthers } from "../due";
import type { WaitedStep } from "../reminder-props";
import type { Words } from "../words";
import { Anchor, Note } from "./text";

export function WaitingFor({ steps, today, words }: { steps: WaitedStep[]; today: string; words: Words }) {
  const { t } = words;
  if (steps.length === 0) return null;
  return (
    <Section style={{ marginTop: 24 }}>
      <Note color="ink" style={{ margin: 0, fontWeight: 600 }}>
        {t("reminder.waiting.heading")}
      </Note>
      {steps.map((step) => (
        <Note key={step.openUrl} style={{ margin: "6px 0 0" }}>
          <bdi>{step.name ?? t("reminder.waiting.somebody")}</bdi>
          {": "}
          <Anchor href={step.openUrl}>
            <bdi>{step.title}</bdi>
          </Anchor>
          {", "}
          {dueOfOthers(step.dueOn, today, words)}
        </Note>
      ))}
    </Section>
  );
}
