import { asc, lte, sql } from "drizzle-orm";
import { codeOf } from "@/db/pipeline";
import { reminderDue } from "@/db/schema";
import { atOnce, enqueue, groupBy, now, sent, setAside, type Tx, todayIn, withinService } from "../_kernel";
import { wake } from "../_kernel/bus";
import { decide } from "./decide";
import { loadRaised, noteRaised, raisedKey } from "./escalate";
import { type People, takeSituations } from "./load";
import { propsOf } from "./props";
import { lookAgain, markStalled, queueReminders } from "./remember";
import { isAllShared, isOfOnePlan } from "./shared";
import { loadMilestones } from "./stops";

const MOST_AT_ONCE = 1_000;
/** People in one transaction: as long as it lasts, it holds up whoever changes their steps. */
const MOST_IN_A_TRANSACTION = 50;
const TRANSACTIONS_AT_ONCE = 3;

const troubles = setAside("somebody's reminders failed");

type Due = { workspaceId: string; personId: string };

/**
 * Looks at everybody who is due, and at nobody else: what it costs follows from how many are due. Any number of ticks may run
 * at once; each person is looked at by one of them.
 */
export async function tickReminders(signal?: AbortSignal): Promise<void> {
  let queued = 0;
  while (!signal?.aborted) {
    const due = await findDue();
    let looked = 0;
    await inTurns(inPortions(due), async (portion) => {
      if (signal?.aborted) return;
      const outcome = await lookAt(portion);
      looked += outcome.looked;
      queued += outcome.queued;
    });
    if (looked === 0 || due.length < MOST_AT_ONCE) break;
  }
  if (queued > 0) await atOnce((db) => enqueue(db, "mail.deliver", { key: "mail.deliver" }));
}

/** Only names who is due; who is looked at is settled under the lock. */
const findDue = (): Promise<Due[]> =>
  atOnce((db) =>
    db
      .select({ workspaceId: reminderDue.workspaceId, personId: reminderDue.personId })
      .from(reminderDue)
      .where(lte(reminderDue.dueAt, now()))
      .orderBy(asc(reminderDue.dueAt))
      .limit(MOST_AT_ONCE),
  );

/** People of one tenant stay together as far as they fit. */
function inPortions(due: Due[]): Due[][] {
  const ordered = [...groupBy(due, ({ workspaceId }) => workspaceId).values()].flat();
  const portions: Due[][] = [];
  for (let from = 0; from < ordered.length; from += MOST_IN_A_TRANSACTION) {
    portions.push(ordered.slice(from, from + MOST_IN_A_TRANSACTION));
  }
  return portions;
}

const perTenant = (portion: Due[]): People[] =>
  [...groupBy(portion, ({ workspaceId }) => workspaceId)].map(([workspaceId, people]) => ({
    workspaceId,
    personIds: people.map(({ personId }) => personId),
  }));

async function inTurns<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const line = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: TRANSACTIONS_AT_ONCE }, line));
}

type Outcome = { looked: number; queued: number };

async function lookAt(portion: Due[]): Promise<Outcome> {
  try {
    const { news, ...outcome } = await withinService((tx) => remind(tx, perTenant(portion)));
    for (const planId of new Set(news)) wake(planId);
    for (const one of portion) troubles.clear(keyOf(one));
    return outcome;
  } catch (reason) {
    const [one, ...others] = portion;
    if (!one) return { looked: 0, queued: 0 };
    if (others.length > 0) return lookAtHalves(portion);
    // A verb is at work on the same steps: it comes first, and the next tick finds this person still due.
    if (isBusy(reason)) return { looked: 0, queued: 0 };
    const nextAt = troubles.note(keyOf(one), reason, one);
    await withinService(async (tx) => lookAgain(tx, [{ ...one, nextAt }]));
    return { looked: 1, queued: 0 };
  }
}

/** One person's trouble is not the others': whose it is shows when all others are through. */
async function lookAtHalves(portion: Due[]): Promise<Outcome> {
  const middle = Math.ceil(portion.length / 2);
  const first = await lookAt(portion.slice(0, middle));
  const second = await lookAt(portion.slice(middle));
  return { looked: first.looked + second.looked, queued: first.queued + second.queued };
}

const keyOf = ({ workspaceId, personId }: Due) => lookKey(workspaceId, { personId });

async function remind(tx: Tx, people: People[]) {
  const at = now();
  // Shorter than the database's search for deadlocks, so that it's never a person's act that is given up.
  sent(tx, tx.execute(sql`select set_config('lock_timeout', '250ms', true)`));
  const situations = await takeSituations(tx, people, at);
  const decisions = situations.flatMap((situation) =>
    decide(situation, at).map((decision) => ({ workspaceId: situation.workspaceId, situation, decision })),
  );
  const sending = decisions.filter(({ decision }) => decision.items.length > 0);
  const named = [...groupBy(sending, ({ workspaceId }) => workspaceId)].map(([workspaceId, of]) => ({
    workspaceId,
    planIds: of.flatMap(({ decision }) => [...decision.items, ...decision.alsoOpen].map(({ planId }) => planId)),
  }));
  const [milestones, raised] = await Promise.all([loadMilestones(tx, named), loadRaised(tx, sending)]);
  const reminders = sending.map(({ workspaceId, situation, decision }) => {
    const theirs = raised.get(raisedKey(workspaceId, decision.recipient.personId)) ?? [];
    const props = propsOf(decision, situation, milestones.get(workspaceId) ?? [], theirs, at);
    return {
      workspaceId,
      decision,
      plan: situation.plans.get(decision.items[0]?.planId ?? ""),
      // What is raised may be the side's own.
      isShared: theirs.length === 0 && isAllShared(decision, situation, milestones.get(workspaceId) ?? []),
      localDay: decision.localDay ?? todayIn(decision.zone, at),
      isOfOnePlan: isOfOnePlan(props),
      props,
      raised: theirs,
    };
  });
  const queued = await queueReminders(tx, reminders, at);
  noteRaised(
    tx,
    queued.map(({ workspaceId, localDay, raised }) => ({ workspaceId, raisedOn: localDay, raised })),
  );
  const stalls = decisions.flatMap(({ workspaceId, decision }) =>
    decision.stalled.map((step) => ({ workspaceId, step, on: todayIn(decision.zone, at) })),
  );
  await markStalled(tx, stalls, at);
  const nextAt = new Map(
    decisions.map(({ workspaceId, decision }) => [lookKey(workspaceId, decision.recipient), decision.nextAt]),
  );
  const looks = situations.flatMap(({ workspaceId, people: taken }) =>
    taken.map((personId) => ({
      workspaceId,
      personId,
      nextAt: nextAt.get(lookKey(workspaceId, { personId })) ?? null,
    })),
  );
  lookAgain(tx, looks);
  return { looked: looks.length, queued: queued.length, news: stalls.map(({ step }) => step.planId) };
}

const lookKey = (workspaceId: string, { personId }: { personId: string }) => `${workspaceId} ${personId}`;

const busyCodes = ["55P03", "40P01", "40001"];

const isBusy = (reason: unknown): boolean => busyCodes.includes(codeOf(reason) ?? "");
