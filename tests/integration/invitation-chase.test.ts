import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { acceptInvitation, chaseInvitations, noteInvitationOpened, previewInvitation } from "@/server/domain/access";
import { listNotices, mailNotifications, tellPeople } from "@/server/domain/notification";
import { invite, removeParticipant, resendInvitation, revokeInvitation } from "@/server/domain/participant";
import { readPlan } from "@/server/domain/plan";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import { renderMail } from "@/server/mail/render";
import { resetClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { aParticipant, aPlan } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";
import { endWorkers, startWorker, until } from "../support/worker";

useDatabase({ MAIL_TRANSPORT: "mailbox" });
beforeEach(async () => {
  resetClock();
  await owner()`delete from invitation_chase`;
});
afterEach(endWorkers);
afterAll(closeTransport);

const visitor = { personId: null, ip: "192.0.2.7" };
let counted = 0;
const someone = (ending = "customer.test") => {
  counted += 1;
  return `chased${counted}@${ending}`;
};

/** A Monday. In Berlin the 25th and the 30th are the mornings of its reminders, and the inviter is told on 3 December. */
const monday = "2026-11-23T10:00:00Z";
const first = "2026-11-25T07:10:00Z";
const second = "2026-11-30T07:10:00Z";
const third = "2026-12-03T07:10:00Z";

async function anInvitation({ email = someone(), now = monday } = {}) {
  setClock(now);
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const { id: participantId } = await invite.run(seller, {
    ...{ planId: plan.planId, email, name: "Hana Brandt", side: "buyer", role: "contributor" },
  });
  return { plan, seller, email, participantId, token: tokenIn(await lastMailTo(email)) };
}

const chaseAt = async (instant: string) => {
  setClock(instant);
  await chaseInvitations();
};
const templates = async (email: string) => (await mailsTo(email)).map(({ template }) => template);

test("twice, in the morning, each time with a fresh link; then the inviter is told, once, and it ends", async () => {
  const { plan, seller, email, participantId, token } = await anInvitation();
  await chaseAt("2026-11-25T06:50:00Z");
  expect(await templates(email)).toEqual(["invitation"]);

  await chaseAt(first);
  await chaseAt(first);
  expect(await templates(email)).toEqual(["invitation", "invitation-reminder"]);
  await expect(acceptInvitation.run(visitor, { token })).rejects.toMatchObject({ code: "link_revoked" });
  const fresh = tokenIn(await lastMailTo(email));
  expect(await previewInvitation.run(visitor, { token: fresh })).toMatchObject({ state: "open" });
  const drawn = await renderMail({ ...(await lastMailTo(email)), locale: "en" });
  expect(drawn.text).toContain(fresh);
  expect(drawn.text).toContain("one more mail");

  await chaseAt("2026-11-27T07:10:00Z");
  await chaseAt(second);
  expect(await templates(email)).toHaveLength(3);
  expect((await renderMail({ ...(await lastMailTo(email)), locale: "en" })).text).toContain("the last mail");

  expect(await mailsTo(seller.email)).toEqual([]);
  await chaseAt(third);
  await chaseAt("2026-12-17T07:10:00Z");
  expect(await templates(email)).toHaveLength(3);
  const told = await mailsTo(seller.email);
  expect(told.map(({ template }) => template)).toEqual(["invitation-unanswered"]);
  expect((await renderMail({ ...(told[0] ?? fail()), locale: "en" })).text).toContain(`person=${participantId}`);

  await tellPeople();
  setClock("2026-12-17T07:30:00Z");
  await mailNotifications();
  const { notices } = await listNotices.run(seller, {});
  expect(notices).toMatchObject([
    {
      told: { wording: "unanswered", name: "Hana Brandt" },
      path: `/plans/${plan.planId}/people?person=${participantId}`,
    },
  ]);
  // It has a mail of its own.
  expect(await mailsTo(seller.email)).toHaveLength(1);

  const kinds = (await eventsOf(plan.planId)).map(({ kind, zone }) => `${zone} ${kind}`);
  expect(kinds).toEqual([
    "shared participant.invited",
    "shared participant.invitation_reminded",
    "shared participant.invitation_reminded",
    "shared invitation.unanswered",
  ]);
  const { participants } = await readPlan.run(seller, { planId: plan.planId });
  const hana = participants.find(({ id }) => id === participantId);
  expect(hana).toMatchObject({ status: "invited", unansweredAt: expect.any(Date) });
  expect(hana?.mailedAt?.getTime()).toBeGreaterThan(hana?.invitedAt?.getTime() ?? 0);
});

const fail = (): never => {
  throw new Error("nothing was told");
};

test("by the morning of the address's country, and of the person once that is known", async () => {
  const far = await anInvitation({ email: someone("kunde.co.jp") });
  await chaseAt("2026-11-24T22:50:00Z");
  expect(await templates(far.email)).toHaveLength(1);
  await chaseAt("2026-11-24T23:10:00Z");
  expect(await templates(far.email)).toHaveLength(2);

  const known = await anInvitation();
  await owner()`insert into person (id, email, time_zone) values (gen_random_uuid(), ${known.email}, 'America/New_York')`;
  await chaseAt(first);
  expect(await templates(known.email)).toHaveLength(1);
  await chaseAt("2026-11-25T13:10:00Z");
  expect(await templates(known.email)).toHaveLength(2);
});

test("a worker that was away sends none at night, and none of two at once", async () => {
  const { email } = await anInvitation();
  await chaseAt("2026-12-04T20:00:00Z");
  expect(await templates(email)).toHaveLength(1);
  await chaseAt("2026-12-07T07:30:00Z");
  await chaseAt("2026-12-07T07:40:00Z");
  await chaseAt("2026-12-08T07:40:00Z");
  expect(await templates(email)).toHaveLength(2);
  await chaseAt("2026-12-09T07:40:00Z");
  expect(await templates(email)).toHaveLength(3);
});

const ends: Record<string, (given: Awaited<ReturnType<typeof anInvitation>>) => Promise<unknown>> = {
  "it was opened": ({ token }) => noteInvitationOpened.run(visitor, { token }),
  "they joined": ({ token }) => acceptInvitation.run(visitor, { token }),
  "it was taken back": ({ seller, plan, participantId }) =>
    revokeInvitation.run(seller, { planId: plan.planId, participantId }),
  "they were removed": ({ seller, plan, participantId }) =>
    removeParticipant.run(seller, { planId: plan.planId, participantId }),
  "the mail came back": ({ participantId }) =>
    owner()`update participant set status = 'bounced' where id = ${participantId}`,
  "the plan was removed": ({ plan }) => owner()`update plan set removed_at = now() where id = ${plan.planId}`,
  "its domain is no longer let in": ({ plan }) =>
    owner()`update plan set allowed_domains = '{elsewhere.test}' where id = ${plan.planId}`,
};

test.each(Object.entries(ends))("nobody is chased once %s", async (_, end) => {
  const given = await anInvitation();
  await chaseAt(first);
  expect(await templates(given.email)).toHaveLength(2);
  const token = tokenIn(await lastMailTo(given.email));
  await end({ ...given, token });
  for (const instant of [second, third]) await chaseAt(instant);
  expect(await templates(given.email)).toHaveLength(2);
  expect(await mailsTo(given.seller.email)).toEqual([]);
  expect(await owner()`select 1 from invitation_chase where participant_id = ${given.participantId}`).toHaveLength(0);
});

test("sent again by hand, it is followed anew from that day", async () => {
  const { plan, seller, email, participantId } = await anInvitation();
  await chaseAt(first);
  setClock("2026-11-26T10:00:00Z");
  await resendInvitation.run(seller, { planId: plan.planId, participantId });
  await chaseAt("2026-11-27T07:30:00Z");
  expect(await templates(email)).toHaveLength(3);
  await chaseAt("2026-11-30T07:30:00Z");
  expect(await templates(email)).toEqual(["invitation", "invitation-reminder", "invitation", "invitation-reminder"]);
});

test("when the inviter has left, those who lead are told", async () => {
  const { plan, seller } = await anInvitation();
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  await owner()`update participant set removed_at = now() where id = ${seller.participantId}`;
  for (const instant of [first, second, third]) await chaseAt(instant);
  expect((await mailsTo(lead.email)).map(({ template }) => template)).toEqual(["invitation-unanswered"]);
  expect(await mailsTo(seller.email)).toEqual([]);
});

test("queued while the provider was down, and joined meanwhile: the reminder does not leave", async () => {
  const { email } = await anInvitation();
  const other = await anInvitation();
  await chaseAt(first);
  await acceptInvitation.run(visitor, { token: tokenIn(await lastMailTo(email)) });
  await deliverDueMail(new AbortController().signal);
  const states = async (address: string) =>
    [...(await owner()`select template, state from mail where "to" = ${address} order by created_at, id`)].map(
      ({ template, state }) => `${template} ${state}`,
    );
  expect(await states(email)).toEqual(["invitation skipped", "invitation-reminder skipped"]);
  expect(await states(other.email)).toEqual(["invitation skipped", "invitation-reminder sent"]);
});

test("many workers at once send each reminder once", async () => {
  const invitations = [];
  for (let n = 0; n < 6; n += 1) invitations.push(await anInvitation());
  setClock(first);
  await Promise.all([1, 2, 3, 4].map(() => chaseInvitations()));
  await chaseInvitations();
  for (const { email } of invitations) expect(await templates(email)).toHaveLength(2);
});

test("killed in the middle, it sends nothing by halves: another worker sends the reminder once", {
  timeout: 60_000,
}, async () => {
  const { email, token } = await anInvitation();
  await owner()`create function hold() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return new; end $$`;
  await owner()`create trigger hold before insert on mail for each row
    when (new.template = 'invitation-reminder') execute function hold()`;
  setClock(first);
  const worker = await startWorker({ REMINDER_TICK_SECONDS: "3600" });
  const asleep = () =>
    owner()`select pid from pg_stat_activity where query like '%insert into "mail"%' and wait_event = 'PgSleep'`;
  const held = await until(asleep, (rows) => rows.length > 0, 20);
  await worker.end("SIGKILL");
  for (const { pid } of held) await owner()`select pg_terminate_backend(${pid})`;

  expect(await templates(email)).toEqual(["invitation"]);
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({ state: "open" });
  await owner()`drop trigger hold on mail`;
  setClock(first);
  await chaseInvitations();
  await chaseInvitations();
  expect(await templates(email)).toEqual(["invitation", "invitation-reminder"]);
});
