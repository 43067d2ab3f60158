import { Temporal } from "temporal-polyfill";
import type { StepKind } from "@/db/vocabulary";
import { newId } from "@/server/domain/_kernel";
import type { Standing } from "@/server/domain/_kernel/permissions";
import { addWorkingDays } from "@/server/domain/calendar";
import { owner } from "../../support/database";
import { aMilestone, aParticipant, aPlace, aStep } from "../../support/factory";
import type { Ask, Entries, Input } from "./ask";

const planOf = ({ everyone }: Ask) => ({ planId: everyone.plan.planId });
const newAddress = () => `new.${newId().slice(-12)}@people.test`;

/** Somebody of the caller's own side who has joined. */
async function colleague({ everyone, side }: Ask): Promise<Input> {
  const role = side === "buyer" ? "contributor" : "editor";
  const { participantId } = await aParticipant(everyone.plan, { side, role });
  return { planId: everyone.plan.planId, participantId };
}

async function invited({ everyone }: Ask): Promise<Input> {
  const invitedPlace = { status: "invited", email: newAddress(), name: "Rosa Lindqvist" } as const;
  return { planId: everyone.plan.planId, participantId: await aPlace(everyone.plan, invitedPlace) };
}

const aStepOf = async (ask: Ask): Promise<Input> => {
  const stepId = await aStep(ask.everyone.plan, { zone: ask.zone });
  return { ...planOf(ask), stepId };
};

const aMilestoneOf = async (ask: Ask): Promise<Input> => {
  const milestoneId = await aMilestone(ask.everyone.plan, { zone: ask.zone, title: "Agree on the problem" });
  return { ...planOf(ask), milestoneId };
};

/** Those who are on the plan themselves, and not only as members of its workspace. */
const participants: Standing[] = ["seller.owner", "seller.editor", "buyer.lead", "buyer.contributor"];

async function placeOf({ everyone, caller }: Ask): Promise<string | null> {
  const [place] = await owner()`select participant_id from participation
    where plan_id = ${everyone.plan.planId} and person_id = ${caller.personId}`;
  return place?.participant_id ?? null;
}

/** A step of the caller's own, where the caller is on the plan. */
async function ownStepOf(ask: Ask): Promise<Input> {
  const { planId } = ask.everyone.plan;
  const stepId = await aStep(ask.everyone.plan, { zone: ask.zone, ownerId: await placeOf(ask) });
  return { planId, stepId };
}

async function aStepOfKind(ask: Ask, kind: StepKind): Promise<Input> {
  return { ...planOf(ask), stepId: await aStep(ask.everyone.plan, { zone: ask.zone, kind }) };
}

/** A comment of the caller's own. */
async function ownCommentOf(ask: Ask, removedAt: Date | null = null): Promise<Input> {
  const { workspaceId, planId } = ask.everyone.plan;
  const row = { id: newId(), zone: ask.zone, subject_type: "step", author_name: "Rosa Lindqvist", body: "Ask Jonas" };
  const subject_id = await aStep(ask.everyone.plan, { zone: ask.zone });
  const written = { ...row, subject_id, participant_id: await placeOf(ask), removed_at: removedAt };
  await owner()`insert into comment ${owner()({ ...written, workspace_id: workspaceId, plan_id: planId })}`;
  return { planId, commentId: row.id };
}

/** A reminder to somebody of the caller's side that goes out within a fortnight. */
async function aForeseenMail(ask: Ask): Promise<Input> {
  const somebody = await colleague(ask);
  const next = addWorkingDays(Temporal.Now.plainDateISO("Europe/Berlin").add({ days: 1 }), 0, { country: "DE" });
  const day = next.toString();
  await aStep(ask.everyone.plan, { ownerId: String(somebody.participantId), dueOn: day });
  return { ...somebody, kind: "reminder", day };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A step of kind meeting with a date, and a time where it already has one. */
async function aMeetingOf(ask: Ask, given?: { isTimed: true }): Promise<Input> {
  const { workspaceId, planId } = ask.everyone.plan;
  const stepId = await aStep(ask.everyone.plan, { zone: ask.zone, kind: "meeting", dueOn: "2026-12-01" });
  if (given) {
    const row = { workspace_id: workspaceId, plan_id: planId, zone: ask.zone, step_id: stepId };
    await owner()`insert into meeting ${owner()({ ...row, starts_at: "10:00", minutes: 60 })}`;
  }
  return { planId, stepId };
}

/** A participant who may own a step of the zone. */
const ownerFor = ({ everyone, zone, side }: Ask) =>
  zone === "committee" || (zone === "shared" && side === "buyer") ? everyone.buyer.lead : everyone.seller.owner;

export const planEntries: Entries = {
  "plan.read": { make: planOf },
  "plan.edit": {
    async make(ask) {
      const [row] = await owner()`select title from plan where id = ${ask.everyone.plan.planId}`;
      return { ...planOf(ask), set: { title: `Replace it ${newId()}` }, base: { title: row?.title } };
    },
  },
  "plan.allow_domain": { make: (ask) => ({ ...planOf(ask), domain: "people.test" }) },
  "plan.withdraw_domain": { make: (ask) => ({ ...planOf(ask), domain: "nobody.test" }) },
  "activity.list": { make: planOf },
  "activity.since": { make: (ask) => ({ ...planOf(ask), cursor: {} }) },
  "meeting.read": { make: (ask) => aMeetingOf(ask, { isTimed: true }), zoned: true },
  "meeting.set": {
    async make(ask) {
      const { participantId } = ownerFor(ask);
      const set = { startsAt: "14:00", minutes: 45, place: "Room 4" };
      return { ...(await aMeetingOf(ask)), set, base: {}, ask: [participantId] };
    },
    zoned: true,
  },
  "meeting.cancel": { make: (ask) => aMeetingOf(ask, { isTimed: true }), zoned: true },
  "presence.beat": { make: planOf },
  "presence.leave": { make: planOf },

  "participant.name": { make: (ask) => ({ ...planOf(ask), side: "buyer", buyingRole: "legal" }) },
  "participant.edit": {
    make: async (ask) => ({ ...(await colleague(ask)), set: { win: "Fewer errors" }, base: { win: null } }),
  },
  "participant.invite": {
    make: async (ask) => ({
      ...(await aPlaceToFill(ask)),
      ...{ email: newAddress(), name: "Rosa Lindqvist", side: "buyer", role: "contributor" },
    }),
  },
  "participant.resend": { make: invited },
  "participant.retry_address": {
    async make(ask) {
      const place = await invited(ask);
      await owner()`update participant set status = 'bounced', bounced_at = now() where id = ${String(place.participantId)}`;
      return place;
    },
  },
  "participant.revoke": { make: invited },
  "participant.remove": { make: colleague },
  "participant.set_role": { make: async (ask) => ({ ...(await colleague(ask)), role: "viewer" }) },
  "participant.hand_over": {
    make: colleague,
    only: ["buyer.lead"],
    async after({ plan, buyer: { lead } }) {
      const isThem = owner()`plan_id = ${plan.planId} and person_id = ${lead.personId}`;
      await owner()`update participant set role = 'lead' where ${isThem}`;
      await owner()`update participation set role = 'lead' where ${isThem}`;
    },
  },

  "milestone.add": {
    make: (ask) => ({ ...planOf(ask), title: "Board decides", job: "validation", zone: ask.zone }),
  },
  "milestone.edit": {
    zoned: true,
    make: async (ask) => ({
      ...(await aMilestoneOf(ask)),
      ...{ set: { title: "Problem is agreed" }, base: { title: "Agree on the problem" } },
    }),
  },
  "milestone.move": { zoned: true, make: aMilestoneOf },
  "milestone.remove": { zoned: true, make: aMilestoneOf },

  "step.add": {
    zoned: true,
    make: async (ask) => ({
      ...(await aMilestoneOf(ask)),
      ...{ title: "Send the questionnaire", zone: ask.zone, ownerId: ownerFor(ask).participantId },
    }),
  },
  "step.edit": {
    zoned: true,
    make: async (ask) => ({
      ...(await aStepOf(ask)),
      ...{ set: { dueOn: "2026-12-18", ownerId: ownerFor(ask).participantId }, base: { dueOn: null, ownerId: null } },
    }),
  },
  "step.complete": { zoned: true, make: aStepOf },
  "step.set_status": {
    zoned: true,
    make: async (ask) => ({
      ...(await aStepOf(ask)),
      ...{ status: "doing", base: { status: "todo", statusReason: null } },
    }),
  },
  "reminder.preview": { make: planOf },
  "reminder.hold": { make: aForeseenMail },
  "reminder.release": {
    async make(ask) {
      const mail = await aForeseenMail(ask);
      await owner()`insert into reminder_hold ${owner()({
        ...{ workspace_id: ask.everyone.plan.workspaceId, plan_id: ask.everyone.plan.planId, zone: "shared" },
        ...{ participant_id: String(mail.participantId), local_day: String(mail.day) },
        ...{ held_by_name: "Dana Kim", held_at: new Date() },
      })} on conflict do nothing`;
      return mail;
    },
  },
  "reminder.set_escalation": { make: (ask) => ({ ...planOf(ask), afterDays: 5 }) },
  "reminder.of_step": { zoned: true, make: aStepOf },
  "step.snooze": {
    zoned: true,
    only: participants,
    make: async (ask) => ({ ...(await ownStepOf(ask)), until: inDays(7) }),
  },
  "step.pass_on": {
    zoned: true,
    only: participants,
    make: async (ask) => ({ ...(await ownStepOf(ask)), ownerId: ownerFor(ask).participantId }),
  },
  "step.answer": {
    zoned: true,
    make: async (ask) => ({ ...(await aStepOfKind(ask, "question")), body: "Yes, by SAML" }),
  },
  "step.decide": {
    zoned: true,
    make: async (ask) => ({ ...(await aStepOfKind(ask, "approval")), decision: "declined", why: "Too dear" }),
  },
  "step.answers": { zoned: true, make: aStepOf },
  "comment.list": { zoned: true, make: aStepOf },
  "comment.add": { zoned: true, make: async (ask) => ({ ...(await aStepOf(ask)), body: "Ask Jonas first" }) },
  "comment.remove": { zoned: true, only: participants, make: (ask) => ownCommentOf(ask) },
  "comment.restore": { zoned: true, only: participants, make: (ask) => ownCommentOf(ask, new Date()) },
  "step.set_cadence": { zoned: true, make: async (ask) => ({ ...(await aStepOf(ask)), cadence: "off" }) },
  "step.move": {
    zoned: true,
    make: async (ask) => ({ ...(await aStepOf(ask)), milestoneId: (await aMilestoneOf(ask)).milestoneId }),
  },
  "step.set_zone": {
    zoned: true,
    async make(ask) {
      const milestoneId = await aMilestone(ask.everyone.plan);
      return {
        ...planOf(ask),
        stepId: await aStep(ask.everyone.plan, { zone: ask.zone, milestoneId }),
        zone: "shared",
      };
    },
  },
  "step.remove": { zoned: true, make: aStepOf },
  "step.restore": {
    zoned: true,
    async make(ask) {
      const stepId = await aStep(ask.everyone.plan, { zone: ask.zone, removedAt: new Date() });
      return { ...planOf(ask), stepId };
    },
  },
  "step.add_dependency": {
    zoned: true,
    make: async (ask) => ({ ...(await aStepOf(ask)), predecessorId: (await aStepOf(ask)).stepId }),
  },
  "step.remove_dependency": {
    zoned: true,
    make: async (ask) => ({ ...(await aStepOf(ask)), predecessorId: (await aStepOf(ask)).stepId }),
  },
};

async function aPlaceToFill({ everyone }: Ask): Promise<Input> {
  return { planId: everyone.plan.planId, participantId: await aPlace(everyone.plan) };
}
