import { at, type Caller, now, todayIn } from "@/server/domain/_kernel";
import { countryTimeZone } from "@/server/domain/calendar";
import { addCostLine, agreeProblem, confirmCostLine, wordProblem } from "@/server/domain/change-case";
import { addOption, rateOption, readDecision, submitScores } from "@/server/domain/decision";
import { editParticipant, invite } from "@/server/domain/participant";
import { createPlan, readPlan } from "@/server/domain/plan";
import type { PlanView } from "@/server/domain/plan/schemas";
import { completeStep, editStep, setStepStatus } from "@/server/domain/step";
import { starterOf } from "@/server/domain/template";
import { joinPlan, knowPerson, seatOf } from "./people";
import type { Story } from "./story";
import { storyTime } from "./time";

/** Plays a story through the same verbs that people use, each act at its own moment of the past. */
export async function playStory(story: Story, workspaceId: string) {
  const zone = countryTimeZone(story.country);
  const time = storyTime(todayIn(zone, now()), story.country, story.day);
  const people = new Map<string, string>();
  for (const role of story.cast) {
    people.set(role.email, await knowPerson(role.email, role.name, role.title, zone, time.moment(0)));
  }
  const as = (email: string): Caller => ({ personId: people.get(email) ?? null });
  const [owner] = story.cast;
  if (!owner) throw new Error("a story needs an owner");

  const { id: planId } = await at(time.moment(0), () =>
    createPlan.run(as(owner.email), {
      workspaceId,
      customerName: story.customer,
      title: story.title,
      templateKey: story.templateKey,
      anchor: "start",
      anchorDate: time.startsOn,
      country: story.country,
      currency: story.currency,
    }),
  );
  const seats = await seatCast(story, { workspaceId, planId, people, time });
  const acts = [
    ...stepActs(story, { planId, seats, as, time, plan: () => readPlan.run(as(owner.email), { planId }) }),
    ...caseActs(story, planId, as, time),
    ...peopleActs(story, planId, as, owner.email),
  ].sort((left, right) => left.on - right.on);
  for (const { on, act } of acts) await at(time.moment(on), act);
}

type Time = ReturnType<typeof storyTime>;
type Act = { on: number; act: () => Promise<void> };
type Seats = Map<string, string>;

async function seatCast(
  story: Story,
  { workspaceId, planId, people, time }: { workspaceId: string; planId: string; people: Seats; time: Time },
): Promise<Seats> {
  const seats: Seats = new Map();
  for (const [number, role] of story.cast.entries()) {
    const personId = people.get(role.email) ?? "";
    const daysAgo = role.lastSeenDaysAgo ?? 2;
    const seenAt = new Date(now().getTime() - daysAgo * 86_400_000 - (17 + number * 13) * 60_000);
    const own = number === 0 ? await seatOf(workspaceId, planId, personId) : undefined;
    seats.set(
      role.email,
      own ?? (await joinPlan({ workspaceId, planId, personId, at: time.moment(role.joinedOn), seenAt }, role)),
    );
  }
  return seats;
}

function stepActs(
  story: Story,
  scene: { planId: string; seats: Seats; as: (email: string) => Caller; time: Time; plan: () => Promise<PlanView> },
): Act[] {
  const template = starterOf(story.templateKey);
  if (!template) throw new Error(`no template ${story.templateKey}`);
  const steps = template.milestones.flatMap((milestone) => milestone.steps);
  const [owner] = story.cast;
  const lead = story.cast.find(({ role }) => role === "lead") ?? owner;
  const { planId, as, time, seats } = scene;

  const byRole = new Map(
    story.cast.map((role) => [`${role.side}.${role.side === "buyer" ? role.buyingRole : role.sellerRole}`, role.email]),
  );
  const titleOf = (key: string) =>
    steps.find((step) => step.key === key)?.title.replaceAll("{{customer}}", story.customer);
  const find = async (key: string, by: string) => {
    const plan = await readPlanAs(as(by), planId);
    const found = plan.steps.find((step) => step.title === titleOf(key));
    if (!found) throw new Error(`${by} sees no step ${key} in ${story.customer}`);
    return found;
  };
  const stood = ({ id: stepId, status, statusReason }: PlanView["steps"][number]) =>
    ({ planId, stepId, base: { status, statusReason } }) as const;
  const doer = (step: (typeof steps)[number]) =>
    byRole.get(`${step.owner.side}.${step.owner.role}`) ??
    (step.owner.side === "seller" ? (owner?.email ?? "") : (lead?.email ?? ""));
  const dueDay = (step: (typeof steps)[number]) =>
    step.anchor === "start" ? step.offset : template.workingDays + step.offset;

  const isDone = (step: (typeof steps)[number]) =>
    !story.except.includes(step.key) &&
    !story.doing.includes(step.key) &&
    (dueDay(step) <= story.doneUpTo || story.doneToo.includes(step.key));
  const done = steps.filter(isDone).map(
    (step, number): Act => ({
      on: Math.min(story.day, Math.max(0, dueDay(step) - 1 + (number % 3))) + number / 1000,
      act: async () => {
        const { id: stepId } = await find(step.key, doer(step));
        await completeStep.run(as(doer(step)), { planId, stepId, anyway: true });
      },
    }),
  );
  const doing = story.doing.map(
    (key): Act => ({
      on: Math.max(0, story.day - 4),
      act: async () => {
        const step = steps.find((each) => each.key === key);
        const by = step ? doer(step) : (lead?.email ?? "");
        await setStepStatus.run(as(by), { ...stood(await find(key, by)), status: "doing" });
      },
    }),
  );
  const blocked = story.blocked.map(
    ({ key, reason, by, on }): Act => ({
      on,
      act: async () => {
        await setStepStatus.run(as(by), { ...stood(await find(key, by)), status: "blocked", reason });
      },
    }),
  );
  const changed = story.changed.map(
    ({ key, by, on, ownerEmail, dueInDays }): Act => ({
      on,
      act: async () => {
        const step = await find(key, by);
        const set = {
          ...(ownerEmail ? { ownerId: seats.get(ownerEmail) ?? null } : {}),
          ...(dueInDays === undefined ? {} : { dueOn: time.dateOf(story.day + dueInDays) }),
        };
        await editStep.run(as(by), {
          planId,
          stepId: step.id,
          set,
          base: { ownerId: step.ownerId, dueOn: step.dueOn },
        });
      },
    }),
  );
  return [...done, ...doing, ...blocked, ...changed];
}

const readPlanAs = (caller: Caller, planId: string) => readPlan.run(caller, { planId });

function peopleActs(story: Story, planId: string, as: (email: string) => Caller, owner: string): Act[] {
  const participants = async () => (await readPlanAs(as(owner), planId)).participants;
  const invited = story.invited.map(({ on, ...guest }): Act => {
    const isTheirs = ({ name, email, buyingRole }: PlanView["participants"][number]) =>
      name === null && email === null && buyingRole === guest.buyingRole;
    return {
      on,
      act: async () => {
        const place = (await participants()).find(isTheirs);
        const offer = { planId, participantId: place?.id, side: "buyer", role: "contributor", ...guest } as const;
        await invite.run(as(owner), offer);
      },
    };
  });
  const said = story.matters.map(
    ({ email, by, on, ...set }): Act => ({
      on,
      act: async () => {
        const about = (await participants()).find((person) => person.email === email);
        if (!about) throw new Error(`${email} is not on the plan of ${story.customer}`);
        const base = { influence: about.influence, win: about.win, concern: about.concern };
        await editParticipant.run(as(by), { planId, participantId: about.id, set, base });
      },
    }),
  );
  return [...invited, ...said];
}

function caseActs(story: Story, planId: string, as: (email: string) => Caller, time: Time): Act[] {
  const acts: Act[] = [];
  const { problem } = story;
  if (problem) {
    acts.push({
      on: problem.on,
      act: async () => void (await wordProblem.run(as(problem.by), { planId, statement: problem.statement, base: "" })),
    });
    for (const { by, level, comment, on } of problem.agreements) {
      acts.push({
        on: on + 0.5,
        act: async () => void (await agreeProblem.run(as(by), { planId, level, comment: comment ?? null, wording: 1 })),
      });
    }
  }
  for (const { by, on, confirmedBy, ...line } of story.costs) {
    acts.push({
      on,
      act: async () => {
        const added = await addCostLine.run(as(by), { planId, currency: story.currency, ...line });
        if (confirmedBy) {
          await at(time.moment(on + 1), () => confirmCostLine.run(as(confirmedBy), { planId, costLineId: added.id }));
        }
      },
    });
  }
  for (const { by, on, ...given } of story.otherOptions) {
    acts.push({ on, act: async () => void (await addOption.run(as(by), { planId, ...given })) });
  }
  for (const sheet of story.scores)
    acts.push({ on: sheet.on + 0.7, act: () => rateAll(as(sheet.by), planId, sheet.rows) });
  return acts;
}

/** `rows` hold one figure per option in the order: this supplier, the added ones, do nothing. */
async function rateAll(caller: Caller, planId: string, rows: number[][]) {
  const { criteria, options } = await readDecision.run(caller, { planId });
  const rank = { this_supplier: 0, other_supplier: 1, build: 2, do_nothing: 3 } as const;
  const inOrder = [...options].sort((left, right) => rank[left.kind] - rank[right.kind]);
  for (const [row, criterion] of criteria.entries()) {
    for (const [column, option] of inOrder.entries()) {
      const value = rows[row]?.[column] ?? 3;
      await rateOption.run(caller, { planId, criterionId: criterion.id, optionId: option.id, value });
    }
  }
  await submitScores.run(caller, { planId });
}
