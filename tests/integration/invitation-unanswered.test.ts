import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { acceptInvitation, chaseInvitations } from "@/server/domain/access";
import { invite, resendInvitation } from "@/server/domain/participant";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import { resetClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import {
  aParticipant,
  aPerson,
  aPlan,
  aWorkspace,
  type TestParticipant,
  type TestPlan,
  type TestWorkspace,
} from "../support/factory";
import { lastMailTo, tokenIn } from "../support/mails";
import { endWorkers, startWorker, until } from "../support/worker";

useDatabase({ MAIL_TRANSPORT: "mailbox" });
let workspace: TestWorkspace;
let dana: Awaited<ReturnType<typeof aPerson>>;
beforeEach(async () => {
  resetClock();
  for (const table of ["invitation_chase", "mail"]) await owner().unsafe(`delete from ${table}`);
  workspace = await aWorkspace({ name: "Acme Scheduling" });
  dana = await aPerson({ name: "Dana Kim", timeZone: "Europe/Berlin", locale: "en" });
});
afterEach(endWorkers);
afterAll(closeTransport);

const visitor = { personId: null, ip: "192.0.2.7" };

/** A Monday, and the mornings in Berlin of both reminders, and of the day on which the inviter is told. */
const monday = "2026-11-23T10:00:00Z";
const reminders = ["2026-11-25T07:10:00Z", "2026-11-30T07:10:00Z"];
const told = "2026-12-03T07:10:00Z";
const soonAfter = "2026-12-03T07:21:00Z";
const nextMorning = "2026-12-04T07:10:00Z";

type Owned = { plan: TestPlan; inviter: TestParticipant };
const aPlanOf = async (title: string, given: { by?: typeof dana; in?: TestWorkspace } = {}): Promise<Owned> => {
  const plan = await aPlan({ workspace: given.in ?? workspace, title });
  return { plan, inviter: await aParticipant(plan, { side: "seller", role: "owner", person: given.by ?? dana }) };
};

async function invited({ plan, inviter }: Owned, name: string) {
  setClock(monday);
  const email = `${name.toLowerCase().replace(" ", ".")}.${plan.planId.slice(-6)}@customer.test`;
  const { id } = await invite.run(inviter, { planId: plan.planId, email, name, side: "buyer", role: "contributor" });
  return { participantId: id, email };
}
const chaseAt = async (instant: string) => {
  setClock(instant);
  await chaseInvitations();
};
const remindTwice = async () => {
  for (const instant of reminders) await chaseAt(instant);
};
const deliverAt = async (instant: string) => {
  setClock(instant);
  await deliverDueMail(new AbortController().signal);
};

type Told = Record<"to" | "state" | "subject" | "text" | "workspace_id", string> & {
  plan_id: string | null;
  from_name: string;
  props: { invited: { inviteeName: string }[] };
};
const mails = async () =>
  [...(await owner()`select * from mail where template = 'invitation-unanswered' order by created_at, id`)] as Told[];
const theOne = async () => {
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  return mail ?? expect.fail("nobody was told");
};
const named = ({ props }: Told) => props.invited.map(({ inviteeName }) => inviteeName).sort();

test("all of an inviter's that go unanswered on a day are one mail, of each workspace its own", async () => {
  const [rota, nights] = [await aPlanOf("Paper rota"), await aPlanOf("Night shifts")];
  const hana = await invited(rota, "Hana Brandt");
  const omar = await invited(nights, "Omar Haddad");
  await invited(await aPlanOf("Elsewhere", { in: await aWorkspace() }), "Elin Vos");
  await invited(await aPlanOf("Of another", { by: await aPerson({ timeZone: "Europe/Berlin" }) }), "Tom Silva");
  await remindTwice();
  await chaseAt(told);
  await deliverAt("2026-12-03T07:15:00Z");
  expect((await mails()).map(({ state }) => state)).toEqual(["queued", "queued", "queued"]);
  await deliverAt(soonAfter);

  const all = await mails();
  expect(all.map(named).sort()).toEqual([["Elin Vos"], ["Hana Brandt", "Omar Haddad"], ["Tom Silva"]]);
  const ours = all.find(({ props }) => props.invited.length === 2);
  expect(ours).toMatchObject({
    ...{ to: dana.email, state: "sent", plan_id: null, from_name: "Acme Scheduling" },
    subject: "2 people have not opened your invitations",
  });
  for (const words of [
    "Invited to “Paper rota” on Mon 23 Nov",
    `plans/${rota.plan.planId}/people?person=${hana.participantId}`,
    "Invited to “Night shifts” on Mon 23 Nov",
    `plans/${nights.plan.planId}/people?person=${omar.participantId}`,
  ]) {
    expect(ours?.text).toContain(words);
  }
});

test("several of one plan stay its own; one alone is told as such", async () => {
  const rota = await aPlanOf("Paper rota");
  await invited(rota, "Hana Brandt");
  await invited(rota, "Omar Haddad");
  await invited(await aPlanOf("Elsewhere", { in: await aWorkspace() }), "Elin Vos");
  await remindTwice();
  await chaseAt(told);
  await deliverAt(soonAfter);
  const all = await mails();
  expect(all.find(({ props }) => props.invited.length === 2)?.plan_id).toBe(rota.plan.planId);
  expect(all.find(({ props }) => props.invited.length === 1)?.subject).toBe("Elin Vos has not opened your invitation");
});

test("one that failed and is looked at again in a few minutes is still in it; what comes later is told the next morning", async () => {
  const rota = await aPlanOf("Paper rota");
  await invited(rota, "Hana Brandt");
  const { participantId: troubled } = await invited(rota, "Omar Haddad");
  const { participantId: late } = await invited(rota, "Elin Vos");
  await remindTwice();
  const dueAt = (participantId: string, moment: string) =>
    owner()`update invitation_chase set due_at = ${new Date(moment)} where participant_id = ${participantId}`;
  await dueAt(troubled, "2026-12-03T07:15:00Z");
  await dueAt(late, "2026-12-03T07:30:00Z");
  await chaseAt(told);
  await chaseAt("2026-12-03T07:16:00Z");
  await deliverAt(soonAfter);
  expect(named(await theOne())).toEqual(["Hana Brandt", "Omar Haddad"]);

  await chaseAt("2026-12-03T07:31:00Z");
  await deliverAt("2026-12-03T07:50:00Z");
  expect(named(await theOne())).toEqual(["Hana Brandt", "Omar Haddad"]);
  const [seat] = await owner()`select unanswered_at from participant where id = ${late}`;
  expect(seat?.unanswered_at).toBeNull();
  await chaseAt(nextMorning);
  await deliverAt("2026-12-04T07:21:00Z");
  const [, next, ...others] = await mails();
  expect(others).toEqual([]);
  expect(next).toMatchObject({ state: "sent", subject: "Elin Vos has not opened your invitation" });
});

test("who came before the mail left, or was invited anew, is not in it; with nobody left it stays", async () => {
  const [rota, nights] = [await aPlanOf("Paper rota"), await aPlanOf("Night shifts")];
  await invited(rota, "Hana Brandt");
  const omar = await invited(nights, "Omar Haddad");
  const elin = await invited(rota, "Elin Vos");
  const other = await invited(await aPlanOf("Elsewhere", { in: await aWorkspace() }), "Tom Silva");
  await remindTwice();
  const tokens = [tokenIn(await lastMailTo(omar.email)), tokenIn(await lastMailTo(other.email))];
  await chaseAt(told);
  for (const token of tokens) await acceptInvitation.run(visitor, { token });
  await resendInvitation.run(rota.inviter, { planId: rota.plan.planId, participantId: elin.participantId });
  await deliverAt(soonAfter);
  const all = await mails();
  expect(all.map(({ state }) => state).sort()).toEqual(["sent", "skipped"]);
  const sent = all.find(({ state }) => state === "sent");
  expect(sent?.subject).toBe("Hana Brandt has not opened your invitation");
  expect(sent?.text).not.toMatch(/Omar|Elin/);
});

test("of a plan that the reader has left nothing is told", async () => {
  const [rota, nights] = [await aPlanOf("Paper rota"), await aPlanOf("Night shifts")];
  await invited(rota, "Hana Brandt");
  await invited(nights, "Omar Haddad");
  await remindTwice();
  await chaseAt(told);
  await owner()`delete from participation where participant_id = ${nights.inviter.participantId}`;
  await deliverAt(soonAfter);
  expect(await theOne()).toMatchObject({ state: "sent", subject: "Hana Brandt has not opened your invitation" });
});

test("held up until night it waits for the reader's morning", async () => {
  await invited(await aPlanOf("Paper rota"), "Hana Brandt");
  await remindTwice();
  await chaseAt(told);
  await deliverAt("2026-12-03T21:30:00Z");
  expect((await theOne()).state).toBe("queued");
  await deliverAt("2026-12-04T07:01:00Z");
  expect((await theOne()).state).toBe("sent");
});

test("it does not go to an address that the reader has left", async () => {
  await invited(await aPlanOf("Paper rota"), "Hana Brandt");
  await remindTwice();
  await chaseAt(told);
  await owner()`update person set email = ${`moved.${dana.email}`} where id = ${dana.personId}`;
  await deliverAt(soonAfter);
  expect((await theOne()).state).toBe("skipped");
});

test("one that was queued when each invitation had a mail of its own leaves as it would have then", async () => {
  await invited(await aPlanOf("Paper rota"), "Hana Brandt");
  await remindTwice();
  await chaseAt(told);
  const { invited: [one] = [] } = (await theOne()).props;
  await owner()`update mail set props = ${owner().json({ name: "Dana Kim", ...one, planId: undefined, participantId: undefined })}
    where template = 'invitation-unanswered'`;
  await deliverAt(soonAfter);
  expect(await theOne()).toMatchObject({ state: "sent", subject: "Hana Brandt has not opened your invitation" });
});

test("many workers at once lose none of them", async () => {
  const plans = [await aPlanOf("Paper rota"), await aPlanOf("Night shifts"), await aPlanOf("On-call list")];
  const names = ["Hana Brandt", "Omar Haddad", "Elin Vos"];
  for (const plan of plans) for (const name of names) await invited(plan, name);
  await remindTwice();
  setClock(told);
  await Promise.all([1, 2, 3, 4].map(() => chaseInvitations()));
  await chaseInvitations();
  expect(named(await theOne())).toEqual([...names, ...names, ...names].sort());
});

test("a worker killed while it adds one has told nothing of it: another adds it, once", {
  timeout: 60_000,
}, async () => {
  await invited(await aPlanOf("Paper rota"), "Hana Brandt");
  const nights = await aPlanOf("Night shifts");
  const omar = await invited(nights, "Omar Haddad");
  await remindTwice();
  await owner()`update invitation_chase set due_at = '2026-12-03T07:12:00Z' where participant_id = ${omar.participantId}`;
  await chaseAt(told);
  expect(named(await theOne())).toEqual(["Hana Brandt"]);
  await owner().unsafe(
    "create function hold() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return new; end $$",
  );
  await owner().unsafe(
    "create trigger hold before update on mail for each row when (new.template = 'invitation-unanswered') execute function hold()",
  );
  setClock("2026-12-03T07:13:00Z");
  const worker = await startWorker({ REMINDER_TICK_SECONDS: "3600" });
  const asleep = () =>
    owner()`select pid from pg_stat_activity where query like '%insert into "mail"%' and wait_event = 'PgSleep'`;
  const held = await until(asleep, (rows) => rows.length > 0, 20);
  await worker.end("SIGKILL");
  for (const { pid } of held) await owner()`select pg_terminate_backend(${pid})`;
  await owner().unsafe("drop trigger hold on mail; drop function hold");
  expect(named(await theOne())).toEqual(["Hana Brandt"]);

  setClock("2026-12-03T07:14:00Z");
  await until(
    async () => {
      await chaseInvitations();
      return named(await theOne());
    },
    (people) => people.length > 1,
    20,
  );
  await deliverAt(soonAfter);
  expect(await theOne()).toMatchObject({ state: "sent", subject: "2 people have not opened your invitations" });
});
