import ICAL from "ical.js";
import { setMeeting, tellMeeting } from "@/server/domain/meeting";
import { owner } from "./database";
import { aParticipant, aPlan, aStep } from "./factory";
import { deliver } from "./reminders";

/** A meeting to which a seller and the lead are asked. `queue` writes the mails that are due of it, `tell` sends them too. */
export async function aMeeting() {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner", name: "Dana Kim" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "lead", name: "Priya Raman" });
  const stepId = await aStep(plan, {
    kind: "meeting",
    title: "Security review",
    dueOn: "2099-03-12",
    ownerId: buyer.participantId,
  });
  await owner()`update person set locale = 'en' where id in ${owner()([seller.personId, buyer.personId])}`;
  const at = { planId: plan.planId, stepId };
  const queue = () => tellMeeting({ workspaceId: plan.workspaceId, ...at });
  const tell = () => queue().then(deliver);
  await setMeeting.run(seller, {
    ...at,
    set: { startsAt: "14:00", minutes: 45, place: "Room 4.12" },
    base: {},
    ask: [buyer.participantId, seller.participantId],
  });
  return { plan, seller, buyer, at, queue, tell };
}

type Told = {
  method: string;
  to: string;
  uid: string;
  sequence: number;
  summary: string;
  start: string;
  status: string;
};

/** The invitations that left, as a calendar program reads them, oldest first. */
export async function toldTo(email: string): Promise<Told[]> {
  await deliver();
  const rows = await owner()<{ calendar: string; to: string }[]>`
    select calendar, "to" from mail where template = 'meeting' and state = 'sent' and "to" = ${email} order by created_at, key`;
  return rows.map(({ calendar, to }) => {
    const component = new ICAL.Component(ICAL.parse(calendar));
    const vevent = component.getFirstSubcomponent("vevent");
    if (!vevent) throw new Error("no event in it");
    const event = new ICAL.Event(vevent);
    return {
      method: String(component.getFirstPropertyValue("method")),
      to,
      uid: event.uid,
      sequence: Number(event.sequence),
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      status: String(vevent.getFirstPropertyValue("status")),
    };
  });
}
