import { Temporal } from "temporal-polyfill";
import { groupBy, type PlanActor, type Tx, todayIn } from "../_kernel";
import { morningZone } from "../calendar";
import { foreseeReminders } from "./foresee";
import { homeOf, loadPlanReminders, type PlanReminders } from "./load-plan";
import type { Mornings } from "./mornings";
import { plainDate, reminderStep } from "./step-of";

const WITHIN_DAYS = 14;

/**
 * The reminders of this plan that will go out within a fortnight if nothing changes, reckoned from what the reader sees and from
 * nothing else: whatever moves a mail without their sight cannot show in it.
 */
export async function foreseePlanReminders(tx: Tx, actor: PlanActor, mornings: Mornings, now: Date) {
  const home = await homeOf(tx, actor);
  const today = todayIn(home.timeZone, now);
  const known = await loadPlanReminders(tx, actor, today);
  const until = Temporal.PlainDate.from(today).add({ days: WITHIN_DAYS });
  const stepsOf = groupBy(known.steps, ({ ownerId }) => ownerId);
  const around = surroundings(known, home.templateKey);

  const mails = known.people.flatMap((person) => {
    const morning = mornings.get(person.id);
    const own = stepsOf.get(person.id) ?? [];
    if (!morning?.wantsReminders || person.status !== "joined" || own.length === 0) return [];
    const zone = morningZone(morning.timeZone, morning.email, home);
    const theirToday = todayIn(zone, now);
    const holds = known.holds.filter(({ participantId }) => participantId === person.id);
    const byId = new Map(own.map((step) => [step.stepId, step]));
    const heldBy = (stepId: string, day: string) =>
      holds.find((hold) => hold.localDay === day && hold.zone === byId.get(stepId)?.zone)?.heldByName;
    const foreseen = foreseeReminders(
      {
        now: Temporal.Instant.fromEpochMilliseconds(now.getTime()),
        zone,
        calendar: { country: home.country },
        steps: own.map((step) => {
          const heldOn = holds.flatMap((hold) => (hold.zone === step.zone ? [hold.localDay] : []));
          return reminderStep(step, {
            ...around(step.stepId, person.id),
            heldOn: heldOn.filter((day) => day < theirToday),
          });
        }),
        lastSentOn: plainDate(
          own
            .flatMap(({ lastOn }) => lastOn ?? [])
            .sort()
            .at(-1) ?? null,
        ),
      },
      until,
      (stepId, day) => heldBy(stepId, day.toString()) !== undefined,
    );
    return foreseen.map(({ day, items }) => ({
      participantId: person.id,
      name: person.name,
      side: person.side,
      day: day.toString(),
      steps: items.flatMap(({ stepId, ...item }) => {
        const step = byId.get(stepId);
        return step ? [{ ...item, stepId, title: step.title, zone: step.zone }] : [];
      }),
      heldByName: items.map(({ stepId }) => heldBy(stepId, day.toString())).find(Boolean) ?? null,
    }));
  });
  return { until: until.toString(), mails, escalatesAfter: known.escalatesAfter };
}

/** What holds a step up, and who waits for it: open steps only, and of others by name. */
function surroundings({ steps, edges, cadences, people }: PlanReminders, templateKey: string | null) {
  const open = new Map(steps.map((step) => [step.stepId, step]));
  const named = new Set(people.flatMap(({ id, name }) => (name === null ? [] : [id])));
  return (stepId: string, ownerId: string) => ({
    isHeldUp: edges.some((edge) => edge.stepId === stepId && open.has(edge.predecessorId)),
    waiting: edges.flatMap((edge) => {
      const later = edge.predecessorId === stepId ? open.get(edge.stepId) : undefined;
      return later?.ownerId && later.ownerId !== ownerId && named.has(later.ownerId) ? [later.dueOn] : [];
    }),
    templateKey,
    cadences,
  });
}
