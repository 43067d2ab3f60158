import { and, asc, eq, isNull } from "drizzle-orm";
import { notificationChoice, participation, plan, workspace } from "@/db/schema";
import { refused, type Tx, verb } from "../_kernel";
import { Nobody } from "../person/schemas";
import { choicesOf } from "./choices";
import { ChooseNotifications, NotificationChoices } from "./schemas";
import { choiceOf, digestTopic, EVERYWHERE, isDigestOff, paceOf, topics, usualPace } from "./topics";

/** How soon the reader is mailed of what, and of which of their plans otherwise. */
export const readChoices = verb({
  name: "notification.choices",
  scope: "person",
  kind: "query",
  input: Nobody,
  output: NotificationChoices,
  may: "self.read",
  act: ({ tx, actor }) => choicesFor(tx, actor.personId),
});

export const choose = verb({
  name: "notification.choose",
  scope: "person",
  kind: "mutation",
  input: ChooseNotifications,
  output: NotificationChoices,
  may: "self.edit",
  act: ({ tx, actor, input, now }) => saveChoices(tx, actor.personId, input, now),
});

/** Of the plans that this transaction may see: all of theirs, or one workspace's. */
export async function choicesFor(tx: Tx, personId: string): Promise<NotificationChoices> {
  const [plans, chosen] = await Promise.all([
    tx
      .select({
        planId: plan.id,
        title: plan.title,
        customerName: plan.customerName,
        supplierName: workspace.name,
        role: participation.role,
      })
      .from(participation)
      .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
      .innerJoin(workspace, eq(workspace.id, participation.workspaceId))
      .where(and(eq(participation.personId, personId), isNull(plan.removedAt)))
      .orderBy(asc(plan.createdAt), asc(plan.id)),
    choicesOf(tx, [personId]),
  ]);
  const own = chosen.get(personId) ?? [];
  return {
    everywhere: topics.map((topic) => ({ topic, choice: paceOf(own, EVERYWHERE, topic) })),
    plans: plans.map(({ role, ...about }) => ({
      ...about,
      choice: choiceOf(own, about.planId, ""),
      topics: topics.map((topic) => ({ topic, choice: choiceOf(own, about.planId, topic) })),
      digest: role === "lead" || role === "owner" ? !isDigestOff(own, about.planId) : null,
    })),
  };
}

/** Takes every choice that is named, or none. No choice is what is usual, or what is chosen everywhere. */
export async function saveChoices(
  tx: Tx,
  personId: string,
  { choices }: { choices: ChooseNotifications["choices"] },
  now: Date,
): Promise<NotificationChoices> {
  const known = new Set((await choicesFor(tx, personId)).plans.map(({ planId }) => planId));
  if (choices.some(({ planId }) => planId !== null && !known.has(planId))) throw refused("not_found");
  const own = (await choicesOf(tx, [personId])).get(personId) ?? [];
  // Of what is said twice the last holds.
  const named = new Map(choices.map((one) => [`${one.planId} ${one.topic}`, one]));
  for (const { planId, topic, choice: wished } of named.values()) {
    const row = { personId, planId: planId ?? EVERYWHERE, kind: topic ?? "" };
    const isUsual = planId === null && topic !== null && topic !== digestTopic && wished === usualPace[topic];
    const choice = isUsual ? null : wished;
    // A page sends all that it shows.
    if (choice === choiceOf(own, row.planId, row.kind)) continue;
    if (choice === null) {
      await tx
        .delete(notificationChoice)
        .where(
          and(
            eq(notificationChoice.personId, personId),
            eq(notificationChoice.planId, row.planId),
            eq(notificationChoice.kind, row.kind),
          ),
        );
      continue;
    }
    await tx
      .insert(notificationChoice)
      .values({ ...row, choice, changedAt: now })
      .onConflictDoUpdate({
        target: [notificationChoice.personId, notificationChoice.planId, notificationChoice.kind],
        set: { choice, changedAt: now },
      });
  }
  return choicesFor(tx, personId);
}

/** What ends one plan's digest for a person. */
export const endDigest = (planId: string) =>
  [{ planId, topic: digestTopic, choice: "off" }] satisfies ChooseNotifications["choices"];
