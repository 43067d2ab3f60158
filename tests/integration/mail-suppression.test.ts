import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { requestSignIn } from "@/server/domain/access";
import { invite, retryAddress } from "@/server/domain/participant";
import { inviteMember } from "@/server/domain/workspace";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlace } from "../support/factory";
import { queueInvitationMail, queueSignInMail } from "../support/queued-mail";
import { resendStub } from "../support/resend-stub";
import { aPlanWithEveryone } from "../support/standings";

const provider = await resendStub();
useDatabase({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: provider.apiKey, RESEND_BASE_URL: provider.url });

beforeEach(async () => {
  provider.accepted.length = 0;
  await owner()`delete from mail`;
  await owner()`delete from suppression`;
  await owner()`delete from rate_limit`;
});
afterAll(async () => {
  await closeTransport();
  await provider.close();
});

const deliver = () => deliverDueMail(new AbortController().signal);
const arrived = () => provider.mails().map(({ to }) => to);
const bars = (email: string, reason: "bounce" | "complaint") =>
  owner()`insert into suppression (email, reason, at) values (${email}, ${reason}, now())`;
const newAddress = () => `${newId()}@northwind.test`;
const offer = (planId: string, email: string) => ({
  ...{ planId, email, name: "Ana Reyes", side: "buyer", role: "contributor" },
});

describe("at sending", () => {
  test("an address that bounced gets nothing, and its place on the plan says so", async () => {
    const { plan } = await aPlanWithEveryone();
    const to = newAddress();
    const { participantId } = await aParticipant(plan, { side: "buyer", role: "contributor" });
    await owner()`update participant set email = ${to} where id = ${participantId}`;
    await queueInvitationMail({ ...plan, participantId: newId(), to });
    await bars(to, "bounce");
    await deliver();
    expect(arrived()).toEqual([]);
    const [row] = await owner()`select state, error from mail`;
    expect(row).toMatchObject({ state: "skipped", error: expect.stringContaining("bounced") });
    const [seat] = await owner()`select status, bounced_at from participant where id = ${participantId}`;
    expect(seat).toMatchObject({ status: "joined", bounced_at: expect.any(Date) });
    expect(await owner()`select 1 from mail_count where workspace_id = ${plan.workspaceId} and bounced > 0`).toEqual(
      [],
    );
  });

  test("who complained still gets the sign-in mail that they ask for, and nothing else", async () => {
    const { plan } = await aPlanWithEveryone();
    const to = newAddress();
    await bars(to, "complaint");
    await queueSignInMail("asked", to);
    await queueInvitationMail({ ...plan, participantId: newId(), to });
    await deliver();
    expect(arrived()).toEqual([to]);
    const rows = await owner()`select template, state from mail order by template`;
    expect([...rows]).toEqual([
      { template: "invitation", state: "skipped" },
      { template: "sign-in", state: "sent" },
    ]);
  });

  test("signing in tells nobody whether an address bounced", async () => {
    const to = newAddress();
    await bars(to, "bounce");
    const answers = [to, newAddress()].map((email) =>
      requestSignIn.run({ personId: null, ip: "192.0.2.1" }, { email }),
    );
    const [dead, alive] = await Promise.all(answers);
    expect(dead).toEqual(alive);
  });
});

describe("at inviting", () => {
  test.each(["bounce", "complaint"] as const)("an address with a %s is refused alike", async (reason) => {
    const { plan, callers, workspace } = await aPlanWithEveryone();
    const email = newAddress();
    await bars(email, reason);
    const refusal = { code: "address_bounces" };
    await expect(invite.run(callers["seller.owner"], offer(plan.planId, email))).rejects.toMatchObject(refusal);
    const { workspaceId } = workspace;
    const asMember = { workspaceId, email, name: "Ana", role: "member" };
    await expect(inviteMember.run(callers["workspace.owner"], asMember)).rejects.toMatchObject(refusal);
    expect(await owner()`select 1 from participant where email = ${email}`).toEqual([]);
  });

  test("a corrected address begins anew", async () => {
    const { plan, callers } = await aPlanWithEveryone();
    const email = newAddress();
    const place = { status: "bounced", name: "Ana Reyes", email, bouncedAt: new Date() } as const;
    const participantId = await aPlace(plan, place);
    await bars(email, "bounce");
    const right = newAddress();
    const given = { ...offer(plan.planId, right), participantId };
    const saved = await invite.run(callers["seller.owner"], given);
    expect(saved).toMatchObject({ status: "invited", email: right, bouncedAt: null });
  });
});

describe("trying again", () => {
  async function aBounced(status: "bounced" | "joined", reason: "bounce" | "complaint" = "bounce") {
    const { plan, callers } = await aPlanWithEveryone();
    const email = newAddress();
    const participantId = await aPlace(plan, { status, name: "Ana Reyes", email, bouncedAt: new Date() });
    await bars(email, reason);
    return { email, callers, ref: { planId: plan.planId, participantId } };
  }

  test("an inviter has the invitation sent to the same address again", async () => {
    const { email, callers, ref } = await aBounced("bounced");
    expect(await retryAddress.run(callers["seller.owner"], ref)).toMatchObject({ status: "invited", bouncedAt: null });
    await deliver();
    expect(arrived()).toEqual([email]);
  });

  test("somebody who has joined gets mail again, and no invitation", async () => {
    const { callers, ref } = await aBounced("joined");
    expect(await retryAddress.run(callers["buyer.lead"], ref)).toMatchObject({ status: "joined", bouncedAt: null });
    expect(await owner()`select 1 from mail`).toEqual([]);
    expect(await owner()`select 1 from suppression`).toEqual([]);
  });

  test("twice in a week and no more, whoever tries", async () => {
    const { email, callers, ref } = await aBounced("bounced");
    for (const who of ["seller.owner", "buyer.lead"] as const) {
      await retryAddress.run(callers[who], ref);
      await owner()`update participant set status = 'bounced', bounced_at = now() where id = ${ref.participantId}`;
      await bars(email, "bounce");
    }
    await expect(retryAddress.run(callers["seller.editor"], ref)).rejects.toMatchObject({ code: "too_many" });
    expect(await owner()`select 1 from suppression`).toHaveLength(1);
  });

  test("a complaint is not taken back by somebody else", async () => {
    const { callers, ref } = await aBounced("bounced", "complaint");
    await expect(retryAddress.run(callers["seller.owner"], ref)).rejects.toMatchObject({ code: "address_bounces" });
    expect(await owner()`select reason from suppression`).toMatchObject([{ reason: "complaint" }]);
  });

  test("for whose address takes mail it changes nothing: nobody's suppression is lifted by guessing", async () => {
    const { email, callers, ref } = await aBounced("bounced");
    await owner()`update participant set bounced_at = null where id = ${ref.participantId}`;
    await retryAddress.run(callers["seller.owner"], ref);
    expect(await owner()`select email from suppression`).toMatchObject([{ email }]);
  });
});
