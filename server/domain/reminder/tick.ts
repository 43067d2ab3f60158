import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { reminderDue } from "@/db/schema";
import { log } from "@/server/log";
import { enqueue, now, type Tx, todayIn, withinService, withinSystem } from "../_kernel";
import { wake } from "../_kernel/bus";
import { decide } from "./decide";
import { grouped } from "./grouped";
import { loadSituation } from "./load";
import { propsOf } from "./props";
import { lookAgain, markStalled, queueReminders } from "./remember";
import { loadMilestones } from "./stops";

const MOST_AT_ONCE = 1_000;
const TENANTS_AT_ONCE = 4;
/** People in one transaction: it holds up whoever changes their steps. */
const MOST_IN_A_TRANSACTION = 100;
const AGAIN_AFTER_TROUBLE_MS = 5 * 60 * 1000;

type Due = { workspaceId: string; personId: string };

/**
 * Looks at everybody who is due, and at nobody else: what it costs follows from how many are due. Any number of ticks may run
 * at once; each person is looked at by one of them.
 */
export async function tickReminders(signal?: AbortSignal): Promise<void> {
  let queued = 0;
  while (!signal?.aborted) {
    const due = await findDue();
    const tenants = [...grouped(due, ({ workspaceId }) => workspaceId)].flatMap(inPortions);
    let looked = 0;
    await inTurns(tenants, async ([workspaceId, people]) => {
      if (signal?.aborted) return;
      const outcome = await lookAtTenant(
        workspaceId,
        people.map(({ personId }) => personId),
      );
      looked += outcome.looked;
      queued += outcome.queued;
    });
    if (looked === 0 || due.length < MOST_AT_ONCE) break;
  }
  if (queued > 0) await withinService((tx) => enqueue(tx, "mail.deliver", { key: "mail.deliver" }));
}

/** Only names who is due; who is looked at is settled under the lock. */
const findDue = (): Promise<Due[]> =>
  withinService((tx) =>
    tx
      .select({ workspaceId: reminderDue.workspaceId, personId: reminderDue.personId })
      .from(reminderDue)
      .where(lte(reminderDue.dueAt, now()))
      .orderBy(asc(reminderDue.dueAt))
      .limit(MOST_AT_ONCE),
  );

function inPortions([workspaceId, people]: [string, Due[]]): [string, Due[]][] {
  const portions: [string, Due[]][] = [];
  for (let from = 0; from < people.length; from += MOST_IN_A_TRANSACTION) {
    portions.push([workspaceId, people.slice(from, from + MOST_IN_A_TRANSACTION)]);
  }
  return portions;
}

async function inTurns<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const line = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: TENANTS_AT_ONCE }, line));
}

type Outcome = { looked: number; queued: number };

async function lookAtTenant(workspaceId: string, personIds: string[]): Promise<Outcome> {
  try {
    const { news, ...outcome } = await withinSystem({ kind: "system", job: "reminder.tick", workspaceId }, (tx) =>
      remind(tx, workspaceId, personIds),
    );
    for (const planId of new Set(news)) wake(planId);
    return outcome;
  } catch (reason) {
    // A verb is at work on the same steps: it comes first, and the next tick finds these people still due.
    if (isBusy(reason)) return { looked: 0, queued: 0 };
    log.error({ err: reason, workspaceId }, "reminders of a workspace failed");
    await postpone(workspaceId, personIds);
    return { looked: personIds.length, queued: 0 };
  }
}

async function remind(tx: Tx, workspaceId: string, personIds: string[]) {
  // Shorter than the database's search for deadlocks, so that it's never a person's act that is given up.
  await tx.execute(sql`set local lock_timeout = '250ms'`);
  const at = now();
  const locked = await tx
    .select({ personId: reminderDue.personId })
    .from(reminderDue)
    .where(
      and(
        eq(reminderDue.workspaceId, workspaceId),
        inArray(reminderDue.personId, personIds),
        lte(reminderDue.dueAt, at),
      ),
    )
    .for("update", { skipLocked: true });
  const mine = locked.map(({ personId }) => personId);
  if (mine.length === 0) return { looked: 0, queued: 0, news: [] };

  const situation = await loadSituation(tx, workspaceId, mine);
  const decisions = decide(situation, at);
  const sending = decisions.filter(({ items }) => items.length > 0);
  const planIds = sending.flatMap(({ items, alsoOpen }) => [...items, ...alsoOpen].map(({ planId }) => planId));
  const milestones = await loadMilestones(tx, workspaceId, planIds);

  const reminders = sending.map((decision) => ({
    decision,
    localDay: decision.localDay ?? todayIn(decision.zone, at),
    props: propsOf(workspaceId, decision, situation, milestones, at),
  }));
  const queued = await queueReminders(tx, workspaceId, reminders, at);
  const stalled = decisions.flatMap(({ stalled: steps, zone }) =>
    steps.map((step) => ({ step, on: todayIn(zone, at) })),
  );
  const news = await markStalled(tx, workspaceId, stalled, at);
  const known = new Map(decisions.map(({ recipient, nextAt }) => [recipient.personId, nextAt]));
  await lookAgain(
    tx,
    workspaceId,
    mine.map((personId) => ({ personId, nextAt: known.get(personId) ?? null })),
  );
  return { looked: mine.length, queued: queued.length, news };
}

/** Lets the others go first, so that one workspace's trouble does not hold up everybody. */
function postpone(workspaceId: string, personIds: string[]) {
  const dueAt = new Date(now().getTime() + AGAIN_AFTER_TROUBLE_MS);
  return withinService((tx) =>
    tx
      .update(reminderDue)
      .set({ dueAt })
      .where(and(eq(reminderDue.workspaceId, workspaceId), inArray(reminderDue.personId, personIds))),
  );
}

const busyCodes = ["55P03", "40P01", "40001"];

function isBusy(reason: unknown): boolean {
  const { code, cause } = (reason ?? {}) as { code?: string; cause?: { code?: string } };
  return busyCodes.includes(code ?? "") || busyCodes.includes(cause?.code ?? "");
}
