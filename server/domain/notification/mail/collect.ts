import { and, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { mailPreference, notification, participation, person, plan, workspace } from "@/db/schema";
import { become, isNoneOf, now, queueMail, setAside, type Tx, todayIn, withinService } from "../../_kernel";
import { morningOfLate, morningZone } from "../../calendar";
import { choicesOf } from "../choices";
import { mailDueAt, type Whereabouts } from "../mail-due";
import { tellings } from "../tellings";
import { type Choice, paceOf, topicOf } from "../topics";
import { commentOf, quoteFor, wordsOf } from "./comment-words";
import { inOne } from "./in-one";
import { propsOf, TEMPLATE } from "./props";
import { isSaidBy, remindedToday } from "./said-by-reminder";
import { isStillSeen, stepsToldOf } from "./still-seen";

const PEOPLE_AT_ONCE = 500;

const troubles = setAside("somebody's mail of notifications failed");

type Due = { workspaceId: string; personId: string };

/** Makes one mail for each person and workspace of all that is due to be told, and of nothing that was read meanwhile. */
export async function mailNotifications(signal?: AbortSignal): Promise<void> {
  const passedOver = new Set<string>();
  for (;;) {
    const due = await duePeople([...passedOver, ...troubles.keys()]);
    if (due.length === 0) return;
    for (const one of due) {
      if (signal?.aborted) return;
      // Whoever is still due after this turn is another worker's: the next round looks again.
      passedOver.add(keyOf(one));
      try {
        await withinService((tx) => mailPerson(tx, one));
        troubles.clear(keyOf(one));
      } catch (reason) {
        troubles.note(keyOf(one), reason, one);
      }
    }
  }
}

const keyOf = ({ workspaceId, personId }: Due) => `${workspaceId} ${personId}`;

const isPending = (at: Date) =>
  and(
    isNotNull(notification.mailDueAt),
    isNull(notification.mailedAt),
    isNull(notification.readAt),
    lte(notification.mailDueAt, at),
  );

function duePeople(but: string[]): Promise<Due[]> {
  return withinService(async (tx) => {
    await tx.execute(sql`select set_config('app.side', 'system', true)`);
    return tx
      .selectDistinct({ workspaceId: notification.workspaceId, personId: notification.personId })
      .from(notification)
      .where(
        and(
          isPending(now()),
          isNoneOf(sql`concat_ws(' ', ${notification.workspaceId}, ${notification.personId})`, but),
        ),
      )
      .limit(PEOPLE_AT_ONCE);
  });
}

async function mailPerson(tx: Tx, due: Due): Promise<void> {
  const { workspaceId, personId } = due;
  const at = now();
  await become(tx, { kind: "system", job: "notification.mail", workspaceId });
  const taken = await tx
    .select({ id: notification.id, dueAt: notification.mailDueAt })
    .from(notification)
    .where(and(eq(notification.workspaceId, workspaceId), eq(notification.personId, personId), isPending(at)))
    .for("update", { skipLocked: true });
  const ids = taken.map(({ id }) => id);
  if (ids.length === 0) return;

  const reader = await readerOf(tx, due);
  const rows = reader ? await notices(tx, due, ids) : [];
  const dueAt = new Map(taken.map((row) => [row.id, row.dueAt ?? at]));
  const waiting = reader ? await reschedule(tx, due, rows, { ...reader, dueAt }, at) : new Set<string>();
  const gone = ids.filter((id) => !waiting.has(id));
  if (gone.length > 0) await mark(tx, workspaceId, gone, at);
  if (!reader?.wantsMail) return;

  const [first] = rows;
  if (!first) return;
  const place = whereabouts(reader, first);
  const today = todayIn(place.zone, at);
  const said = await remindedToday(tx, due, today);
  const steps = await stepsToldOf(tx, workspaceId, rows);
  const written = await wordsOf(tx, workspaceId, rows.map(commentOf));
  const told = rows.flatMap((row) => {
    const side = reader.sides.get(row.planId);
    const isTold =
      !waiting.has(row.id) &&
      paceOf(reader.choices, row.planId, topicOf[row.kind]) !== "off" &&
      side !== undefined &&
      isStillSeen(side, { ...row, eventKind: row.event.kind }, steps) &&
      !isSaidBy(said, row);
    return isTold ? [{ ...row, quote: quoteFor(side, commentOf(row), written) }] : [];
  });
  const toTell = inOne(told);
  const [oldest] = toTell;
  if (!oldest) return;
  await queueMail(tx, {
    key: `notification:${workspaceId}:${personId}:${oldest.id}`,
    template: TEMPLATE,
    to: reader.email,
    locale: reader.locale,
    workspaceId,
    personId,
    props: propsOf(toTell, { name: reader.name, workspaceName: reader.workspaceName, ...due, ...place, today }, at),
    now: at,
  });
}

async function readerOf(tx: Tx, { workspaceId, personId }: Due) {
  const [[who], [company], seats, [preference], chosen] = await Promise.all([
    tx.select().from(person).where(eq(person.id, personId)),
    tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, workspaceId)),
    tx
      .select({ planId: participation.planId, side: participation.side })
      .from(participation)
      .where(and(eq(participation.workspaceId, workspaceId), eq(participation.personId, personId))),
    tx
      .select({ notifications: mailPreference.notifications })
      .from(mailPreference)
      .where(and(eq(mailPreference.workspaceId, workspaceId), eq(mailPreference.personId, personId))),
    choicesOf(tx, [personId]),
  ]);
  if (!who || !company) return null;
  return {
    email: who.email,
    name: who.name,
    timeZone: who.timeZone,
    locale: who.locale,
    workspaceName: company.name,
    sides: new Map(seats.map(({ planId, side }) => [planId, side])),
    wantsMail: preference?.notifications ?? true,
    choices: chosen.get(personId) ?? [],
  };
}

/** Oldest first: a mail is read from its top. */
async function notices(tx: Tx, { workspaceId }: Due, ids: string[]) {
  const rows = await tellings(tx, and(eq(notification.workspaceId, workspaceId), inArray(notification.id, ids)));
  const plans = await tx
    .select({ id: plan.id, timeZone: plan.timeZone, country: plan.country })
    .from(plan)
    .where(
      and(
        eq(plan.workspaceId, workspaceId),
        inArray(
          plan.id,
          rows.map(({ planId }) => planId),
        ),
      ),
    );
  const of = new Map(plans.map(({ id, ...about }) => [id, about]));
  return rows
    .map((row) => ({
      ...row,
      ofPlan: of.get(row.planId) ?? { timeZone: "UTC", country: "" },
    }))
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime() || one.id.localeCompare(other.id));
}

type Row = Awaited<ReturnType<typeof notices>>[number];
type Reader = { timeZone: string | null; email: string };

const whereabouts = ({ timeZone, email }: Reader, { ofPlan }: Row): Whereabouts => ({
  zone: morningZone(timeZone, email, ofPlan),
  country: ofPlan.country,
});

/** What its reader has since chosen to hear later waits for that, and what was held up until the night for their morning. @returns which do. */
async function reschedule(
  tx: Tx,
  { workspaceId }: Due,
  rows: Row[],
  reader: Reader & { choices: Choice[]; dueAt: Map<string, Date> },
  at: Date,
): Promise<Set<string>> {
  const waiting = new Set<string>();
  for (const row of rows) {
    const pace = paceOf(reader.choices, row.planId, topicOf[row.kind]);
    const place = whereabouts(reader, row);
    const wished = pace === row.pace ? null : mailDueAt(pace, row.createdAt, place, at);
    const due = wished && wished > at ? wished : morningOfLate(reader.dueAt.get(row.id) ?? at, place, at);
    if (!due || due <= at) continue;
    waiting.add(row.id);
    await tx
      .update(notification)
      .set({ pace, mailDueAt: due })
      .where(and(eq(notification.workspaceId, workspaceId), eq(notification.id, row.id)));
  }
  return waiting;
}

const mark = (tx: Tx, workspaceId: string, ids: string[], at: Date) =>
  tx
    .update(notification)
    .set({ mailedAt: at })
    .where(and(eq(notification.workspaceId, workspaceId), inArray(notification.id, ids)));
