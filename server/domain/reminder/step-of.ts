import { Temporal } from "temporal-polyfill";
import type { CadenceChoice, StepStatus } from "@/db/vocabulary";
import type { ReminderStep } from "./plan-reminders";
import { type ChosenCadence, cadenceOf } from "./which-cadence";

/** A step as the tables have it, with what stands around it. */
export type KnownStep = {
  stepId: string;
  dueOn: string | null;
  status: StepStatus;
  sent: number;
  cadence: CadenceChoice | null;
  scheduledAt: string;
  lastOn: string | null;
  snoozedUntil: string | null;
};

type Around = {
  isHeldUp: boolean;
  /** Due dates of the steps of others that wait for it. */
  waiting: readonly (string | null)[];
  /** Days on which its reminders were held. */
  heldOn: readonly string[];
  templateKey: string | null;
  cadences: readonly ChosenCadence[];
};

/** What planning asks of a step. */
export function reminderStep(step: KnownStep, around: Around): ReminderStep {
  const { cadence, since } = cadenceOf(step.cadence, around.templateKey, around.cadences);
  const scheduledAt = Temporal.Instant.from(step.scheduledAt);
  return {
    id: step.stepId,
    dueOn: plainDate(step.dueOn),
    status: step.status,
    cadence,
    isActionable: !around.isHeldUp,
    remindersSent: step.sent,
    lastRemindedOn: plainDate(step.lastOn),
    scheduledAt: since ? laterOf(scheduledAt, Temporal.Instant.from(since)) : scheduledAt,
    snoozedUntil: plainDate(step.snoozedUntil),
    heldOn: plainDate([...around.heldOn].sort().at(-1) ?? null),
    waitingSince: plainDate(around.waiting.filter((day) => day !== null).sort()[0] ?? null),
  };
}

const laterOf = (left: Temporal.Instant, right: Temporal.Instant) =>
  Temporal.Instant.compare(left, right) < 0 ? right : left;

export const plainDate = (date: string | null) => (date ? Temporal.PlainDate.from(date) : null);
