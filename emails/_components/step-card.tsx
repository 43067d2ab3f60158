import { Fragment } from "react";
import { Text } from "react-email";
import { dueWords, isOverdue } from "../due";
import type { ReminderStep } from "../reminder-props";
import { askedOf, waysOf } from "../reminder-words";
import type { Words } from "../words";
import { Button } from "./button";
import { Card } from "./card";
import { Anchor, Note } from "./text";
import { paint } from "./tokens";
import { ZoneMark } from "./zone-mark";

type StepCardProps = { step: ReminderStep; today: string; showsPlan: boolean; waits: string | null; words: Words };

export function StepCard({ step, today, showsPlan, waits, words }: StepCardProps) {
  const { t } = words;
  const isPressing = step.dueOn === today || isOverdue(step.dueOn, today);
  return (
    <Card>
      <Text
        {...paint(
          { color: isPressing ? "bad" : "ink2" },
          { fontSize: 13, lineHeight: "18px", fontWeight: isPressing ? 600 : 400, margin: 0 },
        )}
      >
        {dueWords(step.dueOn, today, words)}
        {showsPlan && <span {...paint({ color: "ink2" }, { fontWeight: 400 })}> · {step.planTitle}</span>}
      </Text>
      <Text {...paint({ color: "ink" }, { fontSize: 17, lineHeight: "24px", fontWeight: 600, margin: "2px 0 0" })}>
        <bdi>{step.title}</bdi>
      </Text>
      {step.zone !== "shared" && (
        <div style={{ margin: "8px 0" }}>
          <ZoneMark zone={step.zone}>{t(`reminder.zone.${step.zone}`)}</ZoneMark>
        </div>
      )}
      {waits && <Note style={{ margin: "4px 0 0" }}>{waits}</Note>}
      {step.isLast && <Note style={{ margin: "4px 0 0" }}>{t("reminder.step.last")}</Note>}
      <MainAct step={step} words={words} />
      {step.actUrl && <Ways step={step} words={words} />}
    </Card>
  );
}

/** What the step asks for; for those who may not do it, the way to look at it. */
const MainAct = ({ step, words: { t } }: { step: ReminderStep; words: Words }) => (
  <table
    role="presentation"
    className="wide"
    width={190}
    cellPadding="0"
    cellSpacing="0"
    border={0}
    style={{ tableLayout: "fixed", marginTop: 14 }}
  >
    <tbody>
      <tr>
        <td>
          {step.actUrl ? (
            <Button href={step.actUrl} size="small">
              {t(`reminder.step.${askedOf(step)}`)}
            </Button>
          ) : (
            <Button href={step.openUrl} size="small" kind="secondary">
              {t("reminder.step.open")}
            </Button>
          )}
        </td>
      </tr>
    </tbody>
  </table>
);

const Ways = ({ step, words: { t } }: { step: ReminderStep; words: Words }) => (
  <Note style={{ margin: "10px 0 0", lineHeight: "24px" }}>
    {waysOf(step).map(({ way, url }, at) => (
      <Fragment key={way}>
        {at > 0 && " · "}
        <Anchor href={url} color="ink2" isUnderlined>
          {t(`reminder.step.${way}`)}
        </Anchor>
      </Fragment>
    ))}
  </Note>
);
