import { Text } from "react-email";
import { dueWords, isOverdue } from "../due";
import type { ReminderStep } from "../reminder-props";
import type { Words } from "../words";
import { Button } from "./button";
import { Card } from "./card";
import { Note } from "./text";
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
      <table
        role="presentation"
        className="wide"
        width={340}
        cellPadding="0"
        cellSpacing="0"
        border={0}
        style={{ tableLayout: "fixed", marginTop: 14 }}
      >
        <tbody>
          <tr>
            {step.doneUrl && (
              <>
                <td>
                  <Button href={step.doneUrl} size="small">
                    {t("reminder.step.done")}
                  </Button>
                </td>
                <td style={{ width: 8 }} />
              </>
            )}
            <td>
              <Button href={step.openUrl} size="small" kind="secondary">
                {t("reminder.step.open")}
              </Button>
            </td>
            {!step.doneUrl && <td />}
          </tr>
        </tbody>
      </table>
    </Card>
  );
}
