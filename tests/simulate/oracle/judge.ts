import { HOUR, hourOf, localDayOf, MINUTE } from "../days";
import { found } from "../world";
import { doubt, isSurelyDue, noteAct } from "./doubt";
import { countryOf, type Ledger, openLedger, type Pair, zoneOf } from "./ledger";
import { judgeMail } from "./mail";
import { isWorkedBy, MORNING, NOON, wantsNone } from "./owed";
import type { Breach, Entry, Played, Rule } from "./played";
import { judgeStalls } from "./stalls";

/** All zones' hours begin on one of these. */
const QUARTER = 15 * MINUTE;
/** For so long after the morning's begin a provider's outage may have held a mail up. */
const HELD_UP = 14 * HOUR;

type Broken = (rule: Rule, about: string) => void;

/**
 * Goes through what happened with a plain model of its own, which shares nothing with the planning of reminders but the calendar of
 * working days, and says what must not have been. An act within the hours of sending may have come before or after the mail was
 * put together: of the steps that it concerns, the mail may then list either.
 */
export function judge(played: Played): Breach[] {
  const ledger = openLedger(structuredClone(played.world));
  const breaches: Breach[] = played.keysTakenTwice.map((key) => ({ rule: "key", at: played.until, about: key }));
  const brokenAt = (at: number): Broken => {
    return (rule, about) => breaches.push({ rule, at, about });
  };
  const closings = new Map<number, Set<Pair>>();
  const closesNext = (pair: Pair, after: number) => {
    pair.closesAt = nextClose(ledger, pair, after);
    closings.set(pair.closesAt, (closings.get(pair.closesAt) ?? new Set()).add(pair));
  };
  const happened = ({ at, ...entry }: Entry) => {
    if ("mail" in entry) return judgeMail(ledger, entry.mail, at, brokenAt(at));
    for (const pair of noteAct(ledger, entry.act, at)) closesNext(pair, at);
  };

  for (const pair of ledger.pairs.values()) closesNext(pair, played.world.startsAt);
  const entries = played.entries.values();
  let next = entries.next();
  for (let at = played.world.startsAt; at <= played.until; at += QUARTER) {
    for (; !next.done && next.value.at < at; next = entries.next()) happened(next.value);
    for (const pair of closings.get(at) ?? []) {
      if (pair.closesAt !== at) continue;
      close(ledger, pair, at, played, brokenAt(at));
      closesNext(pair, at);
    }
    closings.delete(at);
  }
  for (; !next.done; next = entries.next()) happened(next.value);
  judgeStalls(ledger, played, (about) => brokenAt(played.until)("stall", about));
  return breaches;
}

function nextClose(ledger: Ledger, pair: Pair, after: number): number {
  const zone = zoneOf(ledger, pair);
  let day = Math.max(localDayOf(zone, after), pair.closedOn + 1);
  while (hourOf(zone, day, NOON) <= after) day += 1;
  return hourOf(zone, day, NOON);
}

/** The morning of a day is over: what was due and has not come is awaited until the next one is over. */
function close(ledger: Ledger, pair: Pair, at: number, { outages }: Played, broken: Broken) {
  const zone = zoneOf(ledger, pair);
  const day = localDayOf(zone, at);
  pair.closedOn = day;
  for (const step of pair.awaited?.steps ?? []) {
    const missed = pair.awaited?.day ?? day;
    broken("missed", `step ${step} on day ${missed} of person ${pair.person} from workspace ${pair.workspace}`);
    doubt(ledger, step, missed);
  }
  pair.awaited = null;
  const begins = hourOf(zone, day, MORNING);
  if (pair.lastMailDay >= day || pair.touchedAt >= begins || wantsNone(ledger, pair)) return;
  if (!isWorkedBy(countryOf(ledger, pair), day)) return;
  const due = [...pair.steps].filter(
    (step) => found(ledger.told, step).touchedAt < begins && isSurelyDue(ledger, pair, step, day, zone),
  );
  if (due.length === 0) return;
  if (!outages.some(({ from, until }) => from < begins + HELD_UP && until > begins)) {
    pair.awaited = { day, steps: new Set(due) };
    return;
  }
  for (const step of due) doubt(ledger, step, day);
}
