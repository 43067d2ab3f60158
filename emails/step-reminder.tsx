import { Layout } from "./_components/layout";
import { PlanLine } from "./_components/plan-line";
import { Raised } from "./_components/raised";
import { StepCard } from "./_components/step-card";
import { Anchor, Paragraph, Small } from "./_components/text";
import { WaitingFor } from "./_components/waiting-for";
import { MOST_PLAN_LINES, MOST_STEPS, type StepReminderProps } from "./reminder-props";
import { leadOf, subjectOf, textOf, waitsOf } from "./reminder-words";
import type { Words } from "./words";

export { type ReminderStep, StepReminderProps } from "./reminder-props";

export const subject = subjectOf;
export const text = textOf;

export default function StepReminder({ words, ...props }: StepReminderProps & { words: Words }) {
  const { t } = words;
  const { steps, today, waitingFor, raised, plans } = props;
  const lead = leadOf(props, words);
  const shown = steps.slice(0, MOST_STEPS);
  const showsPlan = new Set(steps.map(({ planId }) => planId)).size > 1;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={lead.why}
      footer={
        <Small>
          {t("reminder.atMost", { workspace: props.workspaceName })}{" "}
          <Anchor href={props.preferencesUrl} color="ink2">
            {t("reminder.stop")}
          </Anchor>
        </Small>
      }
    >
      <Paragraph style={{ margin: 0 }}>{lead.greeting}</Paragraph>
      <Paragraph style={{ margin: "4px 0 4px" }}>{lead.why}</Paragraph>
      {shown.map((step, at) => (
        <StepCard
          key={step.openUrl}
          step={step}
          today={today}
          showsPlan={showsPlan}
          waits={at === lead.explained ? null : waitsOf(step, words)}
          words={words}
        />
      ))}
      {steps.length > shown.length && (
        <Paragraph style={{ margin: "16px 0 0", fontSize: 14 }}>
          <Anchor href={props.homeUrl}>{t("reminder.step.more", { count: steps.length - shown.length })}</Anchor>
        </Paragraph>
      )}
      <WaitingFor steps={waitingFor} today={today} words={words} />
      <Raised steps={raised} today={today} words={words} />
      {plans.slice(0, MOST_PLAN_LINES).map((plan) => (
        <PlanLine key={plan.url} plan={plan} today={today} words={words} />
      ))}
      {plans.length > MOST_PLAN_LINES && (
        <Paragraph style={{ margin: "20px 0 0", fontSize: 14 }}>
          <Anchor href={props.homeUrl}>{t("reminder.home")}</Anchor>
        </Paragraph>
      )}
    </Layout>
  );
}

const example = "https://plans.example.com";
const acts = (step: number) => ({
  actUrl: `${example}/step?token=${step}`,
  laterUrl: `${example}/step?token=${step}l`,
  notMineUrl: `${example}/step?token=${step}n`,
  commentUrl: `${example}/step?token=${step}c`,
  openUrl: `${example}/plans/ward-rota/steps/${step}`,
});
StepReminder.PreviewProps = {
  name: "Priya Raman",
  workspaceName: "Acme Scheduling",
  today: "2026-11-24",
  steps: [
    {
      planId: "ward-rota",
      title: "Confirm with IT that single sign-on is required at go-live",
      planTitle: "Replace the paper rota on fourteen wards",
      dueOn: "2026-11-24",
      zone: "shared",
      waiting: [{ name: "Dana Kim", title: "Answer the 42 security questions" }],
      isLast: false,
      kind: "task",
      ...acts(1),
    },
    {
      planId: "ward-rota",
      title: "Approve who signs for Finance",
      planTitle: "Replace the paper rota on fourteen wards",
      dueOn: "2026-11-27",
      zone: "committee",
      waiting: [{ name: "Omar Haddad", title: "Approve the business case" }],
      isLast: false,
      kind: "approval",
      ...acts(2),
    },
  ],
  waitingFor: [
    {
      name: "Lena Marsh",
      title: "Send the draft agreement",
      dueOn: "2026-11-23",
      openUrl: `${example}/plans/ward-rota/steps/3`,
    },
  ],
  raised: [
    {
      name: "Omar Haddad",
      title: "Approve the business case",
      dueOn: "2026-11-18",
      openUrl: `${example}/plans/ward-rota/steps/4`,
    },
  ],
  plans: [
    {
      title: "Replace the paper rota on fourteen wards",
      customerName: "Northwind Health",
      url: `${example}/plans/ward-rota`,
      decisionOn: "2026-12-18",
      stops: [
        { title: "Agree the problem", dueOn: "2026-10-02", state: "done" },
        { title: "Requirements", dueOn: "2026-10-23", state: "done" },
        { title: "Pilot on two wards", dueOn: "2026-11-13", state: "done" },
        { title: "Security review", dueOn: "2026-11-27", state: "now" },
        { title: "Business case", dueOn: "2026-12-04", state: "ahead" },
        { title: "Legal and procurement", dueOn: "2026-12-11", state: "ahead" },
        { title: "Decision", dueOn: "2026-12-18", state: "ahead" },
      ],
    },
  ],
  homeUrl: `${example}/plans`,
  preferencesUrl: `${example}/preferences?token=3`,
  unsubscribeUrl: `${example}/api/access/unsubscribe?token=3`,
} satisfies StepReminderProps as StepReminderProps;
