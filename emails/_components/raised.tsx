import { Section } from "react-email";
import { dueOfOthers } from "../due";
import type { RaisedStep } from "../reminder-props";
import type { Words } from "../words";
import { Anchor, Note } from "./text";

/** What is overdue with others on the reader's side, told once to whoever leads it. */
export function Raised({ steps, today, words }: { steps: RaisedStep[]; today: string; words: Words }) {
  const { t } = words;
  if (steps.length === 0) return null;
  return (
    <Section style={{ marginTop: 24 }}>
      <Note color="ink" style={{ margin: 0, fontWeight: 600 }}>
        {t("reminder.raised.heading")}
      </Note>
      {steps.map((step) => (
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
      <Note style={{ margin: "6px 0 0" }}>{t("reminder.raised.why", { count: steps.length })}</Note>
    </Section>
  );
}
