import { now, preferencesLink, withinService } from "@/server/domain/_kernel";
import { setPreferences } from "@/server/domain/access";
import { tickReminders, touchPerson } from "@/server/domain/reminder";
import { deliverDueMail } from "@/server/mail/deliver";
import { setClock } from "./clock";
import { owner } from "./database";
import { aParticipant, aPerson, aPlan, aStep, type TestParticipant, type TestPlan } from "./factory";

// A Tuesday: steps get their dates on the Friday before, after that day's morning.
export const TUESDAY = "2027-02-16";
export const longAgo = new Date("2027-01-05T12:00:00Z");

/** Nothing is queued, due or to be done, and it is the Friday before. */
export async function beginOnFriday() {
  setClock("2027-02-12T15:00:00Z");
  for (const table of [
    "mail",
    "reminder_due",
    "reminder_day",
    "mail_preference",
    "step_reminder",
    "step_dependency",
    "step",
  ]) {
    await owner().unsafe(`delete from ${table}`);
  }
}

export const look = ({ workspaceId }: TestPlan, { personId }: TestParticipant) =>
  withinService((tx) => touchPerson(tx, { workspaceId, personId }));
export const deliver = () => deliverDueMail(new AbortController().signal);
export const mails = () => owner()`select * from mail order by created_at, id`;
export const dueOf = async ({ personId }: TestParticipant) =>
  (await owner()`select due_at from reminder_due where person_id = ${personId}`)[0]?.due_at as Date | undefined;

export async function aBuyerWithStep(given: { dueOn?: string; timeZone?: string; zone?: "shared" | "committee" } = {}) {
  const plan = await aPlan();
  const person = await aPerson({ name: "Priya Raman", timeZone: given.timeZone ?? "Europe/Berlin" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  const stepId = await aStep(plan, {
    title: "Name who signs for Finance",
    ownerId: buyer.participantId,
    dueOn: given.dueOn ?? TUESDAY,
    zone: given.zone ?? "shared",
    createdAt: longAgo,
  });
  await look(plan, buyer);
  return { plan, buyer, stepId };
}

/** Ticks and delivers again and again between two instants, as a worker would. */
export async function live(from: string, to: string, everyMinutes = 30) {
  setClock(from);
  const until = new Date(to).getTime();
  for (let at = new Date(from).getTime(); at <= until; at += everyMinutes * 60_000) {
    setClock(new Date(at));
    await tickReminders();
    await deliver();
  }
}

export async function choose({ workspaceId }: TestPlan, { personId }: TestParticipant, reminders: boolean) {
  const token = new URL(preferencesLink({ workspaceId, personId }, now())).searchParams.get("token");
  await setPreferences.run({ personId: null }, { token, reminders });
}
