import { beforeEach, expect, test } from "vitest";
import { Refusal } from "@/server/domain/_kernel";
import { acceptInvitation } from "@/server/domain/access";
import {
  handOverLead,
  invite,
  removeParticipant,
  revokeInvitation,
  setParticipantRole,
} from "@/server/domain/participant";
import { editPlan } from "@/server/domain/plan";
import { addDependency, addStep, editStep } from "@/server/domain/step";
import { removeMember, setMemberRole } from "@/server/domain/workspace";
import { owner, useDatabase } from "../support/database";
import { aMember, aMilestone, aParticipant, aStep } from "../support/factory";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

let everyone: Everyone;
let planId: string;
beforeEach(async () => {
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
});

/** Whatever lost the race was refused, and not by an unexpected error. */
async function together(...acts: Promise<unknown>[]) {
  const ends = await Promise.allSettled(acts);
  for (const end of ends) if (end.status === "rejected") expect(end.reason).toBeInstanceOf(Refusal);
  return ends.filter(({ status }) => status === "fulfilled").length;
}

const heads = async (role: "lead" | "owner") => {
  const [row] = await owner()`select count(*)::int from participation where plan_id = ${planId} and role = ${role}`;
  return row?.count;
};

const rounds = [1, 2, 3, 4, 5];

test.each(rounds)("two leads who remove each other at once leave one (%i)", async () => {
  const { lead } = everyone.buyer;
  const second = await aParticipant(everyone.plan, { side: "buyer", role: "lead" });
  await together(
    removeParticipant.run(lead, { planId, participantId: second.participantId }),
    removeParticipant.run(second, { planId, participantId: lead.participantId }),
  );
  expect(await heads("lead")).toBe(1);
});

test.each(rounds)("two owners who take each other's role at once leave one (%i)", async () => {
  const first = everyone.seller.owner;
  const second = await aParticipant(everyone.plan, { side: "seller", role: "owner" });
  await together(
    setParticipantRole.run(first, { planId, participantId: second.participantId, role: "viewer" }),
    setParticipantRole.run(second, { planId, participantId: first.participantId, role: "viewer" }),
  );
  expect(await heads("owner")).toBe(1);
});

test.each(rounds)("a lead who hands over while being removed leaves a lead (%i)", async () => {
  const { lead, contributor } = everyone.buyer;
  const second = await aParticipant(everyone.plan, { side: "buyer", role: "lead" });
  await together(
    handOverLead.run(lead, { planId, participantId: contributor.participantId }),
    removeParticipant.run(second, { planId, participantId: lead.participantId }),
    removeParticipant.run(lead, { planId, participantId: second.participantId }),
  );
  expect(await heads("lead")).toBeGreaterThanOrEqual(1);
});

test.each(rounds)("two owners of a workspace who end each other's leave one (%i)", async () => {
  const { workspaceId, owner: first } = everyone.workspace;
  const second = await aMember(workspaceId, { role: "owner" });
  await together(
    removeMember.run(first, { workspaceId, memberId: second.memberId }),
    setMemberRole.run(second, { workspaceId, memberId: first.memberId, role: "member" }),
  );
  const [row] = await owner()`
    select count(*)::int from member where workspace_id = ${workspaceId} and role = 'owner' and removed_at is null`;
  expect(row?.count).toBe(1);
});

test.each(rounds)("two who each close half of a circle: one is refused (%i)", async () => {
  const [one, two] = [await aStep(everyone.plan), await aStep(everyone.plan)];
  const closed = await together(
    addDependency.run(everyone.buyer.lead, { planId, stepId: one, predecessorId: two }),
    addDependency.run(everyone.seller.owner, { planId, stepId: two, predecessorId: one }),
  );
  expect(closed).toBe(1);
});

test.each(rounds)("one address invited twice at once is on the plan once (%i)", async (round) => {
  const guest = {
    planId,
    email: `guest${round}@people.test`,
    name: "Rosa Lindqvist",
    side: "buyer",
    role: "contributor",
  };
  await together(invite.run(everyone.buyer.lead, guest), invite.run(everyone.seller.owner, guest));
  const [row] =
    await owner()`select count(*)::int from participant where plan_id = ${planId} and email = ${guest.email}`;
  expect(row?.count).toBe(1);
});

test.each(rounds)(
  "the plan, its steps and what waits for what are changed at once, and nobody is in another's way (%i)",
  async () => {
    const { lead } = everyone.buyer;
    const { owner: seller } = everyone.seller;
    const steps = await Promise.all([1, 2, 3, 4].map(() => aStep(everyone.plan)));
    const [first = ""] = steps;
    const acts = [
      editPlan.run(seller, { planId, set: { title: "Anew" }, base: { title: "Replace the order system" } }),
      ...steps.map((stepId) =>
        editStep.run(lead, { planId, stepId, set: { description: "Ask Ana" }, base: { description: null } }),
      ),
      ...steps.slice(1).map((stepId) => addDependency.run(seller, { planId, stepId, predecessorId: first })),
    ];
    expect(await together(...acts)).toBe(acts.length);
  },
);

test.each(rounds)("an invitation taken while it is taken back is one or the other (%i)", async (round) => {
  const email = `late${round}@people.test`;
  const guest = { planId, email, name: "Rosa Lindqvist", side: "buyer", role: "contributor" };
  const { id: participantId } = await invite.run(everyone.buyer.lead, guest);
  const [mail] = await owner()`select props->>'url' as url from mail where "to" = ${email}`;
  const token = new URL(mail?.url).searchParams.get("token");
  const done = await together(
    acceptInvitation.run({ personId: null }, { token }),
    revokeInvitation.run(everyone.buyer.lead, { planId, participantId }),
  );
  expect(done).toBe(1);
});

test("many who add to one milestone at once each get a place of their own", async () => {
  const milestoneId = await aMilestone(everyone.plan);
  const adding = Array.from({ length: 12 }, (_, at) =>
    addStep.run(at % 2 ? everyone.buyer.lead : everyone.seller.owner, { planId, milestoneId, title: `Step ${at}` }),
  );
  expect(await together(...adding)).toBe(12);
  const rows = await owner()`select position from step where milestone_id = ${milestoneId}`;
  expect(new Set(rows.map(({ position }) => position)).size).toBe(12);
});
