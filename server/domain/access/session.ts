import { eq, sql } from "drizzle-orm";
import { serviceClient } from "@/db/client";
import { person, session } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { asPerson, hashOf, newId, newToken, type Tx } from "../_kernel";
import { planMorningsAnew } from "../notification";

const DAY = 24 * 60 * 60 * 1000;
export const SESSION_DAYS = 30;

type Opening = {
  personId: string;
  now: Date;
  device?: string;
  timeZone?: string | null;
  /** What the browser's pages are in: a person's own language until they choose another. */
  language?: Language | null;
  /** The session that this browser had. */
  replaces?: string | null;
};

/** Opens a session and ends the one that this browser had. Only the token's hash is kept. */
export async function openSession(tx: Tx, { personId, now, device, timeZone, language, replaces }: Opening) {
  const token = newToken();
  const expires = new Date(now.getTime() + SESSION_DAYS * DAY);
  if (replaces) await tx.delete(session).where(eq(session.id, replaces));
  await tx
    .insert(session)
    .values({ sessionToken: hashOf(token), id: newId(), userId: personId, expires, device, createdAt: now });
  const [was] = await tx.select({ timeZone: person.timeZone }).from(person).where(eq(person.id, personId));
  const [who] = await tx
    .update(person)
    .set({
      timeZone: sql`coalesce(${person.timeZone}, ${timeZone ?? null})`,
      locale: sql`coalesce(${person.locale}, ${language ?? null})`,
    })
    .where(eq(person.id, personId))
    .returning({ locale: person.locale });
  if (timeZone && !was?.timeZone) {
    await asPerson(tx, personId);
    await planMorningsAnew(tx, personId);
  }
  return { token, expires, locale: who?.locale ?? null };
}

/**
 * Whose session a cookie's token opens, in one query. A session that is used lives on: once a day its end moves to
 * thirty days from now.
 */
export async function personOfSession(
  token: string,
  now: Date,
): Promise<{ personId: string; sessionId: string } | null> {
  const client = serviceClient();
  const hash = hashOf(token);
  const [found] = await client<{ id: string; user_id: string; is_stale: boolean }[]>`
    select id, user_id, expires < ${daysFrom(now, SESSION_DAYS - 1)}::timestamptz as is_stale
      from session where session_token = ${hash} and expires > ${now.toISOString()}::timestamptz`;
  if (!found) return null;
  if (found.is_stale) {
    await client`update session set expires = ${daysFrom(now, SESSION_DAYS)}::timestamptz where session_token = ${hash}`;
  }
  return { personId: found.user_id, sessionId: found.id };
}

/** What a transaction needs to look a session up on its own, and from when on that session is to be prolonged. */
export const claimOfSession = (token: string, now: Date) => ({
  session: hashOf(token),
  prolongBefore: new Date(daysFrom(now, SESSION_DAYS - 1)),
});

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY).toISOString();
