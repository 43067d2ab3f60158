import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation, chaseInvitations, noteInvitationOpened } from "@/server/domain/access";
import { listEvents } from "@/server/domain/activity";
import { holdMail, previewMails, releaseMail } from "@/server/domain/foreseen";
import { invite, removeParticipant, revokeInvitation } from "@/server/domain/participant";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlan, type TestParticipant } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(async () => {
  await owner()`delete from invitation_chase`;
});

const visitor = { personId: null, ip: "192.0.2.7" };
let counted = 0;
const someone = (ending = "customer.test") => {
  counted += 1;
  return `foreseen${counted}@${ending}`;
};

// A Monday. In Berlin the 25th and the 30th are the mornings of its reminders, and the inviter is told on 3 December.
const MONDAY = "2026-11-23T10:00:00Z";
const FIRST = "2026-11-25";
const SECOND = "2026-11-30";
const THIRD = "2026-12-03";

async function anInvitation({ email = someone() } = {}) {
  setClock(MONDAY);
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const { id: participantId } = await invite.run(seller, {
    ...{ planId: plan.planId, email, name: "Hana Brandt", side: "buyer", role: "contributor" },
  });
  const of = (day: string) => ({ planId: plan.planId, participantId, kind: "invitation", day });
  return { plan, seller, lead, email, participantId, of, token: tokenIn(await lastMailTo(email)) };
}
type Given = Awaited<ReturnType<typeof anInvitation>>;

const ahead = async (who: TestParticipant, { plan }: Given) =>
  (await previewMails.run(who, { planId: plan.planId })).mails.filter(({ kind }) => kind === "invitation");
const daysAhead = async (given: Given) => (await ahead(given.lead, given)).map(({ day, isLast }) => [day, isLast]);

/** Looks each hour of these days, and says on which of them which mail was made. */
async function chasedUntil(day: string, email: string) {
  const made: [string, string][] = [];
  for (let at = Date.parse(MONDAY); at < Date.parse(`${day}T20:00:00Z`); at += 3_600_000) {
    setClock(new Date(at));
    const before = (await mailsTo(email)).length;
    await chaseInvitations();
    for (const { template } of (await mailsTo(email)).slice(before)) {
      made.push([new Date(at).toISOString().slice(0, 10), template]);
    }
  }
  return made;
}

test("both sides foresee the days on which an unopened invitation is then chased", async () => {
  const given = await anInvitation();
  const foreseen = await daysAhead(given);
  expect(foreseen).toEqual([
    [FIRST, false],
    [SECOND, true],
  ]);
  expect(await ahead(given.seller, given)).toEqual(await ahead(given.lead, given));
  expect((await ahead(given.lead, given))[0]).toMatchObject({ name: "Hana Brandt", side: "buyer", mayHold: true });
  expect(await chasedUntil("2026-12-08", given.email)).toEqual(foreseen.map(([day]) => [day, "invitation-reminder"]));
  expect(await daysAhead(given)).toEqual([]);
});

test("by the morning of whoever is known here, also where that is on another day than by their address", async () => {
  for (const timeZone of ["Pacific/Auckland", "America/Los_Angeles"]) {
    const given = await anInvitation();
    await owner()`insert into person (id, email, time_zone) values (gen_random_uuid(), ${given.email}, ${timeZone})`;
    const foreseen = (await daysAhead(given)).map(([day]) => day);
    const local = (at: string) => new Date(at).toLocaleDateString("sv-SE", { timeZone });
    expect(foreseen[0]).toBe(timeZone === "Pacific/Auckland" ? "2026-11-26" : FIRST);
    const sentOn: string[] = [];
    for (let at = Date.parse(MONDAY); at < Date.parse("2026-12-08T20:00:00Z"); at += 3_600_000) {
      setClock(new Date(at));
      const before = (await mailsTo(given.email)).length;
      await chaseInvitations();
      if ((await mailsTo(given.email)).length > before) sentOn.push(local(new Date(at).toISOString()));
    }
    expect(sentOn).toHaveLength(2);
    expect(foreseen).toEqual(sentOn);
  }
});

test("once one has gone only the other is foreseen, and no longer what is past", async () => {
  const given = await anInvitation();
  await chasedUntil(FIRST, given.email);
  expect(await daysAhead(given)).toEqual([[SECOND, true]]);
  await expect(holdMail.run(given.lead, given.of(FIRST))).rejects.toMatchObject({ code: "not_found" });
});

const ends: Record<string, (given: Given) => Promise<unknown>> = {
  "was opened": ({ token }) => noteInvitationOpened.run(visitor, { token }),
  "was accepted": ({ token }) => acceptInvitation.run(visitor, { token }),
  "was taken back": ({ seller, plan, participantId }) =>
    revokeInvitation.run(seller, { planId: plan.planId, participantId }),
  "is of somebody who was removed": ({ seller, plan, participantId }) =>
    removeParticipant.run(seller, { planId: plan.planId, participantId }),
  "came back": ({ participantId }) => owner()`update participant set status = 'bounced' where id = ${participantId}`,
  "is to a domain that is no longer let in": ({ plan }) =>
    owner()`update plan set allowed_domains = '{elsewhere.test}' where id = ${plan.planId}`,
};

test.each(Object.entries(ends))("no reminder is foreseen of an invitation that %s", async (_, end) => {
  const given = await anInvitation();
  expect(await ahead(given.lead, given)).toHaveLength(2);
  await end(given);
  expect(await ahead(given.lead, given)).toEqual([]);
  await expect(holdMail.run(given.seller, given.of(FIRST))).rejects.toMatchObject({ code: "not_found" });
});

describe("a reminder that is held back", () => {
  test("is not sent and counts: the next keeps its day, and so does telling the inviter", async () => {
    const given = await anInvitation();
    const { mails: shown } = await holdMail.run(given.lead, given.of(FIRST));
    expect(shown.filter(({ kind }) => kind === "invitation")).toMatchObject([
      { day: FIRST, isHeld: true },
      { day: SECOND, isHeld: false, heldByName: null },
    ]);
    expect((await ahead(given.seller, given))[0]).toMatchObject({ isHeld: true, mayHold: true });
    expect(await chasedUntil("2026-11-27", given.email)).toEqual([]);
    expect(await daysAhead(given)).toEqual([[SECOND, true]]);
    expect(await chasedUntil("2026-12-02", given.email)).toEqual([[SECOND, "invitation-reminder"]]);
    expect((await mailsTo(given.email)).at(-1)?.props.isLast).toBe(true);
    expect(await mailsTo(given.seller.email)).toEqual([]);
    await chasedUntil(THIRD, given.email);
    expect((await mailsTo(given.seller.email)).map(({ template }) => template)).toEqual(["invitation-unanswered"]);
  });

  test("leaves the link that was sent before in force, also when both are", async () => {
    const given = await anInvitation();
    await holdMail.run(given.seller, given.of(FIRST));
    await holdMail.run(given.lead, given.of(SECOND));
    expect(await chasedUntil(THIRD, given.email)).toEqual([]);
    expect((await mailsTo(given.seller.email)).map(({ template }) => template)).toEqual(["invitation-unanswered"]);
    setClock("2026-11-29T10:00:00Z");
    await expect(acceptInvitation.run(visitor, { token: given.token })).resolves.toBeDefined();
  });

  test("does not go either when no worker was there on its day", async () => {
    const given = await anInvitation();
    await holdMail.run(given.lead, given.of(FIRST));
    setClock("2026-11-26T07:10:00Z");
    await chaseInvitations();
    expect(await mailsTo(given.email)).toHaveLength(1);
    expect(await daysAhead(given)).toEqual([[SECOND, true]]);
  });

  test("goes after all when the other side lets it out, and both sides hear of it", async () => {
    const given = await anInvitation();
    await holdMail.run(given.lead, given.of(FIRST));
    await releaseMail.run(given.seller, given.of(FIRST));
    expect(await chasedUntil(FIRST, given.email)).toEqual([[FIRST, "invitation-reminder"]]);
    for (const who of [given.lead, given.seller]) {
      const { events } = await listEvents.run(who, { planId: given.plan.planId });
      const heard = events.filter(({ kind }) => kind.startsWith("reminder."));
      expect(heard.map(({ kind, zone, after }) => [kind, zone, after])).toEqual([
        ["reminder.released", "shared", { name: "Hana Brandt", day: FIRST, mail: "invitation" }],
        ["reminder.held", "shared", { name: "Hana Brandt", day: FIRST, mail: "invitation" }],
      ]);
    }
  });

  test("was held in its day's very minute, or has gone", async () => {
    for (let round = 0; round < 8; round++) {
      const given = await anInvitation();
      setClock("2026-11-25T07:10:00Z");
      const [held] = await Promise.allSettled([holdMail.run(given.lead, given.of(FIRST)), chaseInvitations()]);
      await chaseInvitations();
      expect(await mailsTo(given.email)).toHaveLength(held.status === "fulfilled" ? 1 : 2);
    }
  });

  test("is not held by whoever heads another plan", async () => {
    const given = await anInvitation();
    const other = await aPlan();
    const stranger = await aParticipant(other, { side: "seller", role: "owner" });
    for (const planId of [given.plan.planId, other.planId]) {
      await expect(holdMail.run(stranger, { ...given.of(FIRST), planId })).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
