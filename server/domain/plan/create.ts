import { and, eq } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { z } from "zod";
import {
  criterion,
  member,
  milestone,
  option,
  participant,
  participation,
  plan,
  planStream,
  problem,
  step,
  stepDependency,
  workspace,
} from "@/db/schema";
import { zones } from "@/db/vocabulary";
import { type MemberActor, newId, overAllZones, type Tx, verb } from "../_kernel";
import { Id } from "../_kernel/fields";
import { countryTimeZone } from "../calendar";
import { touchReminders } from "../reminder";
import type { PlanSkeleton } from "../template";
import { CreatePlan } from "./schemas";
import { skeletonFor } from "./skeleton";

/**
 * Makes a plan with a customer from a template, or an empty one, dated from its anchor. Its maker owns it; every role that the
 * template gives work to stands on it with nobody named yet.
 */
export const createPlan = verb({
  name: "plan.create",
  scope: "workspace",
  kind: "mutation",
  input: CreatePlan,
  output: z.object({ id: Id }),
  may: "plan.create",
  async act({ tx, actor, input, now, record }) {
    const id = newId();
    const skeleton = skeletonFor(input);
    await overAllZones(tx, id, "seller", async () => {
      await tx.insert(plan).values({
        workspaceId: actor.workspaceId,
        id,
        title: input.title,
        customerName: input.customerName,
        country: input.country,
        currency: input.currency,
        timeZone: countryTimeZone(input.country),
        anchor: input.anchor,
        startsOn: skeleton.startsOn,
        decidesOn: skeleton.decidesOn,
        templateKey: input.templateKey,
        createdAt: now,
      });
      await tx
        .insert(planStream)
        .values(zones.map((zone) => ({ workspaceId: actor.workspaceId, planId: id, zone, headSeq: 0 })));
      const owners = await placePeople(tx, actor, id, skeleton, now);
      await layDown(tx, actor.workspaceId, id, skeleton, owners);
      await touchReminders(tx, {
        workspaceId: actor.workspaceId,
        planId: id,
        participantIds: [...new Set(owners.values())],
      });
    });
    await record("plan.created", {
      planId: id,
      subject: { type: "plan", id },
      after: { title: input.title, customerName: input.customerName, templateKey: input.templateKey },
    });
    return { id };
  },
});

const roleKey = (owner: { side: string; role: string }) => `${owner.side}.${owner.role}`;

/** The maker takes the account executive's place; every other role becomes a participant still to be named. */
async function placePeople(tx: Tx, actor: MemberActor, planId: string, { roles }: PlanSkeleton, now: Date) {
  const ownerId = newId();
  const places = new Map<string, string>([["seller.account_executive", ownerId]]);
  const [me] = await tx
    .select()
    .from(member)
    .where(and(eq(member.workspaceId, actor.workspaceId), eq(member.id, actor.memberId)));
  const base = { workspaceId: actor.workspaceId, planId, createdAt: now };
  await tx.insert(participant).values({
    ...base,
    id: ownerId,
    side: "seller",
    role: "owner",
    personId: actor.personId,
    email: me?.email ?? null,
    name: actor.name,
    title: me?.title ?? null,
    sellerRole: "account_executive",
    status: "joined",
    joinedAt: now,
  });
  await tx.insert(participation).values({
    workspaceId: actor.workspaceId,
    planId,
    personId: actor.personId,
    participantId: ownerId,
    side: "seller",
    role: "owner",
  });

  const open = roles.filter((owner) => !places.has(roleKey(owner)));
  for (const owner of open) places.set(roleKey(owner), newId());
  if (open.length > 0) {
    await tx.insert(participant).values(
      open.map((owner) => ({
        ...base,
        id: places.get(roleKey(owner)) ?? newId(),
        side: owner.side,
        role: owner.side === "buyer" ? ("contributor" as const) : ("editor" as const),
        buyingRole: owner.side === "buyer" ? owner.role : null,
        sellerRole: owner.side === "seller" ? owner.role : null,
      })),
    );
  }
  return places;
}

async function layDown(
  tx: Tx,
  workspaceId: string,
  planId: string,
  skeleton: PlanSkeleton,
  owners: Map<string, string>,
) {
  const base = { workspaceId, planId };
  const milestonePlaces = generateNKeysBetween(null, null, skeleton.milestones.length);
  const milestones = skeleton.milestones.map((draft, at) => ({
    draft,
    id: newId(),
    position: milestonePlaces[at] ?? "a0",
  }));
  const stepIds = new Map(
    skeleton.milestones.flatMap((draft) => draft.steps.map((each) => [each.key, { id: newId(), zone: each.zone }])),
  );
  if (milestones.length > 0) {
    await tx.insert(milestone).values(
      milestones.map(({ draft, id, position }) => ({
        ...base,
        id,
        position,
        zone: draft.zone,
        title: draft.title,
        job: draft.job,
        definitionOfDone: draft.definitionOfDone,
        dueOn: draft.dueOn,
        isDecision: draft.isDecision,
      })),
    );
  }
  const steps = milestones.flatMap(({ draft, id: milestoneId }) => {
    const positions = generateNKeysBetween(null, null, draft.steps.length);
    return draft.steps.map((each, at) => ({
      ...base,
      id: stepIds.get(each.key)?.id ?? newId(),
      milestoneId,
      zone: each.zone,
      title: each.title,
      kind: each.kind,
      ownerId: owners.get(roleKey(each.owner)) ?? null,
      description: each.description,
      dueOn: each.dueOn,
      position: positions[at] ?? "a0",
    }));
  });
  if (steps.length > 0) await tx.insert(step).values(steps);

  const edges = skeleton.milestones.flatMap((draft) =>
    draft.steps.flatMap((each) =>
      each.dependsOn.flatMap((key) => {
        const predecessor = stepIds.get(key);
        const dependent = stepIds.get(each.key);
        if (!predecessor || !dependent) return [];
        const zone = each.zone === "shared" ? predecessor.zone : each.zone;
        return [{ ...base, zone, stepId: dependent.id, predecessorId: predecessor.id }];
      }),
    ),
  );
  if (edges.length > 0) await tx.insert(stepDependency).values(edges);

  await tx.insert(problem).values({ ...base, id: newId() });
  await layDecision(tx, workspaceId, planId, skeleton);
}

/** The criteria that the template suggests, and the two options that every decision has. */
async function layDecision(tx: Tx, workspaceId: string, planId: string, { criteria }: PlanSkeleton) {
  const base = { workspaceId, planId };
  const places = generateNKeysBetween(null, null, criteria.length);
  if (criteria.length > 0) {
    await tx.insert(criterion).values(
      criteria.map(({ title, definition, weight, mustHave, zone }, at) => ({
        ...base,
        id: newId(),
        zone,
        title,
        definition,
        weight,
        mustHave,
        position: places[at] ?? "a0",
      })),
    );
  }
  const [supplier] = await tx.select({ name: workspace.name }).from(workspace);
  const [first = "a0", last = "a1"] = generateNKeysBetween(null, null, 2);
  await tx.insert(option).values([
    { ...base, id: newId(), zone: "shared", kind: "this_supplier", title: supplier?.name ?? "", position: first },
    { ...base, id: newId(), zone: "shared", kind: "do_nothing", title: "", position: last },
  ]);
}
