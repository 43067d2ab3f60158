import { newId } from "@/server/domain/_kernel";
import { owner } from "../../support/database";
import { aMember, aParticipant, aPerson, aPlan } from "../../support/factory";
import type { Ask, Entries, Input } from "./ask";

const workspaceOf = ({ everyone }: Ask) => ({ workspaceId: everyone.workspace.workspaceId });

const memberOf = async (ask: Ask): Promise<Input> => {
  const { memberId } = await aMember(ask.everyone.workspace.workspaceId);
  return { ...workspaceOf(ask), memberId };
};

const newPlan = {
  ...{ templateKey: null, anchor: "start", anchorDate: "2026-12-01", country: "DE" },
};

const renaming = async (ask: Ask): Promise<Input> => {
  const { workspaceId } = workspaceOf(ask);
  const [base] = await owner()`select name, country from workspace where id = ${workspaceId}`;
  return { workspaceId, set: { name: `Halden ${newId()}`, country: "NO" }, base: { ...base } };
};

export const workspaceEntries: Entries = {
  "workspace.read": { make: workspaceOf },
  "workspace.edit": { make: renaming },
  "workspace.create": { make: () => ({ name: `Halden ${newId()}` }) },
  "plan.list": { make: workspaceOf },
  "plan.preview": { make: (ask) => ({ ...workspaceOf(ask), ...newPlan }) },
  "plan.create": {
    make: (ask) => ({
      ...workspaceOf(ask),
      ...newPlan,
      customerName: "Nordwind",
      title: "New orders",
      currency: "EUR",
    }),
  },
  "template.list": { make: workspaceOf },
  "reminder.cadences": { make: workspaceOf },
  "reminder.set_cadence": {
    make: (ask) => ({ ...workspaceOf(ask), templateKey: null, cadence: { days: [0], weekly: false, most: 2 } }),
  },
  "mail.standing": { make: workspaceOf },
  "mail.resume": { make: (ask) => ({ ...workspaceOf(ask), seen: [] }) },
  "member.invite": {
    make: (ask) => ({
      ...workspaceOf(ask),
      ...{ email: `new.${newId().slice(-12)}@seller.test`, name: "Rosa Lindqvist", role: "member" },
    }),
  },
  "member.resend": {
    async make(ask) {
      const member = await memberOf(ask);
      await owner()`update member set joined_at = null, person_id = null where id = ${String(member.memberId)}`;
      return member;
    },
  },
  "member.remove": { make: memberOf },
  "member.set_role": { make: async (ask) => ({ ...(await memberOf(ask)), role: "admin" }) },

  "person.me": { make: () => ({}) },
  "person.home": { make: () => ({}) },
  "feed.list": { make: () => ({}) },
  "feed.open": { make: () => ({ planId: null }) },
  "feed.revoke": {
    async make({ caller }) {
      const id = newId();
      const [feed] = await owner()`insert into calendar_feed ${owner()({ id, person_id: caller.personId ?? id })}
        on conflict (person_id, (coalesce(plan_id, '00000000-0000-0000-0000-000000000000'::uuid))) where revoked_at is null
        do update set created_at = now() returning id`.catch(() => []);
      return { feedId: feed?.id ?? id };
    },
  },
  "person.edit": { make: () => ({ title: "Head of Sales" }) },
  "person.mail_preferences": { make: () => ({}) },
  "person.set_mail_preference": {
    async make({ caller }) {
      const plan = await aPlan();
      const reader = { personId: caller.personId ?? newId(), name: "Rosa", email: `${newId()}@people.test` };
      await aParticipant(plan, { side: "buyer", role: "viewer", person: reader });
      return { workspaceId: plan.workspaceId, reminders: false };
    },
  },
  "notification.list": { make: () => ({}) },
  "notification.pulse": { make: () => ({}) },
  "notification.mark_read": { make: () => ({ ids: [newId()], stepId: newId() }) },
  "notification.choices": { make: () => ({}) },
  "notification.choose": {
    make: () => ({ choices: [{ planId: null, topic: "given", choice: "daily" }] }),
  },
  "notification.mark_all_read": { make: () => ({ upTo: new Date() }) },
  "session.list": { make: () => ({}) },
  "session.revoke": {
    async make({ caller }) {
      const sessionId = newId();
      await owner()`insert into session ${owner()({
        ...{
          id: sessionId,
          session_token: newId(),
          user_id: caller.personId ?? (await aPerson()).personId,
          expires: new Date(Date.now() + 60_000),
        },
      })}`;
      return { sessionId };
    },
  },
};
