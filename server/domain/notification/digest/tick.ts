import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { digestDue, participation, person, plan } from "@/db/schema";
import { become, now, queueMail, setAside, type Tx, withinService } from "../../_kernel";
import { morningZone } from "../../calendar";
import { choicesOf } from "../choices";
import { isDigestOff, isMuted } from "../topics";
import { digestOf } from "./content";
import { loadDigest } from "./load";
import { headsOf, type Untold } from "./moves";
import { propsOf, TEMPLATE } from "./props";
import { isDigestMorning, nextDigestAt, type Where } from "./when";

const MOST_AT_ONCE = 200;

type Due = { workspaceId: string; planId: string; personId: string };

const troubles = setAside("somebody's digest of a plan failed");
const keyOf = ({ planId, personId }: Due) => `${planId} ${personId}`;

/** Looks at every plan's head who is due, and at nobody else. Any number of ticks may run at once. */
export async function tickDigests(signal?: AbortSignal): Promise<void> {
  for (;;) {
    const due = await findDue();
    let looked = 0;
    for (const one of due) {
      if (signal?.aborted) return;
      try {
        looked += await withinService((tx) => lookAt(tx, one));
        troubles.clear(keyOf(one));
      } catch (reason) {
        await putOff(one, troubles.note(keyOf(one), reason, one));
      }
    }
    // What another tick holds the next round finds still due.
    if (looked === 0 || due.length < MOST_AT_ONCE) return;
  }
}

const findDue = (): Promise<Due[]> =>
  withinService((tx) =>
    tx
      .select({ workspaceId: digestDue.workspaceId, planId: digestDue.planId, personId: digestDue.personId })
      .from(digestDue)
      .where(lte(digestDue.dueAt, now()))
      .orderBy(asc(digestDue.dueAt))
      .limit(MOST_AT_ONCE),
  );

const isOf = ({ workspaceId, planId, personId }: Due) =>
  and(eq(digestDue.workspaceId, workspaceId), eq(digestDue.planId, planId), eq(digestDue.personId, personId));

const putOff = (due: Due, dueAt: Date) => withinService((tx) => tx.update(digestDue).set({ dueAt }).where(isOf(due)));

/** The mail and the next date are written in one transaction, and the mail's key names the day: none is lost, none is made twice. */
async function lookAt(tx: Tx, due: Due): Promise<0 | 1> {
  const at = now();
  const isThis = isOf(due);
  const [row] = await tx
    .select()
    .from(digestDue)
    .where(and(isThis, lte(digestDue.dueAt, at)))
    .for("update", { skipLocked: true });
  if (!row) return 0;
  await become(tx, { kind: "system", job: "digest.tick", workspaceId: due.workspaceId, planId: due.planId });
  const head = await headOf(tx, due);
  if (!head) {
    await tx.delete(digestDue).where(isThis);
    return 1;
  }
  const where = { zone: morningZone(head.timeZone, head.email, head.plan), country: head.plan.country };
  const isNow = isDigestMorning(at, where);
  const dueAt = nextDigestAt(at, where);
  if (!isNow) {
    await tx.update(digestDue).set({ dueAt }).where(isThis);
    return 1;
  }
  const heads = await headsOf(tx, due.planId, due.workspaceId, head.side);
  await tx.update(digestDue).set({ dueAt, toldUntil: at, toldShared: heads.shared, toldOwn: heads.own }).where(isThis);
  const untold = { told: { shared: row.toldShared, own: row.toldOwn }, since: row.toldUntil, heads };
  if (head.wantsIt) await send(tx, due, { ...head, ...where, untold, at });
  return 1;
}

type Head = NonNullable<Awaited<ReturnType<typeof headOf>>>;

async function headOf(tx: Tx, { workspaceId, planId, personId }: Due) {
  const [found] = await tx
    .select({
      participantId: participation.participantId,
      side: participation.side,
      email: person.email,
      name: person.name,
      locale: person.locale,
      timeZone: person.timeZone,
      plan: { timeZone: plan.timeZone, country: plan.country },
      removedAt: plan.removedAt,
    })
    .from(participation)
    .innerJoin(person, eq(person.id, participation.personId))
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .where(
      and(
        eq(participation.workspaceId, workspaceId),
        eq(participation.planId, planId),
        eq(participation.personId, personId),
        inArray(participation.role, ["lead", "owner"]),
      ),
    );
  if (!found || found.removedAt) return null;
  const chosen = (await choicesOf(tx, [personId])).get(personId) ?? [];
  return { ...found, wantsIt: !isMuted(chosen, planId) && !isDigestOff(chosen, planId) };
}

async function send(tx: Tx, due: Due, head: Head & Where & { untold: Untold; at: Date }): Promise<void> {
  const { workspaceId, planId, personId } = due;
  const { zone, untold, at, side, participantId: readerId } = head;
  const loaded = await loadDigest(tx, { workspaceId, planId, side, untold, at, zone, readerId });
  const digest = loaded && digestOf(loaded.rows);
  if (!loaded || !digest) return;
  await queueMail(tx, {
    key: `digest:${planId}:${personId}:${loaded.rows.today}`,
    template: TEMPLATE,
    to: head.email,
    locale: head.locale,
    workspaceId,
    planId,
    personId,
    participantId: head.participantId,
    props: propsOf(digest, loaded, { ...due, name: head.name, zone, country: head.country }, at),
    now: at,
  });
}
