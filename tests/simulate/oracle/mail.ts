import { type Day, HOUR, hourOf, localDayOf, MINUTE } from "../days";
import { found, pairOf, type Step } from "../world";
import { distinct, doubt, isDue, isPerhapsDue, isSurelyDue, reminded } from "./doubt";
import { countryOf, isTheirs, type Ledger, type Pair, zoneOf } from "./ledger";
import { cadenceOf, isActionable, isMorningOf, isPutOff, isWorkedBy, MORNING, wantsNone } from "./owed";
import type { Rule, TakenMail } from "./played";

/** Until then a mail that the provider first refused may still come. */
const EVENING = 18;
/** What is made in the morning's last seconds leaves a little after it. */
const ON_ITS_WAY = MINUTE;

type Broken = (rule: Rule, about: string) => void;

/** One reminder as it left. What an act at that very moment concerns may be in it or not. */
export function judgeMail(ledger: Ledger, mail: TakenMail, at: number, broken: Broken): void {
  const pair = ledger.pairs.get(pairOf(mail.workspace, mail.person));
  const whose = `of person ${mail.person} from workspace ${mail.workspace}`;
  if (!pair) {
    broken("wrong", `a mail ${whose}, where they have no part`);
    return;
  }
  const { zone, day } = dayOf(ledger, pair, mail.firstTriedAt);
  const begins = hourOf(zone, day, MORNING);
  const isTouched = pair.touchedAt >= begins;

  if (day <= pair.lastMailDay) broken("twice", `day ${day} ${whose}`);
  const { firstTriedAt } = mail;
  const isOfMorning = [firstTriedAt, firstTriedAt - ON_ITS_WAY].some((moment) => isMorningOf(zone, day, moment));
  const isInTime = isOfMorning && at < hourOf(zone, day, EVENING);
  const isWorked = isTouched || isWorkedBy(countryOf(ledger, pair), day);
  if (!isInTime || !isWorked) broken("untimely", `day ${day} ${whose} in ${zone}`);
  if (wantsNone(ledger, pair) && pair.touchedAt !== at) broken("wrong", `a mail ${whose}, who wants none`);

  for (const number of mail.steps) {
    const { touchedAt, courses } = found(ledger.told, number);
    if (touchedAt === at || pair.touchedAt === at) continue;
    const step = found(ledger.world.steps, number);
    const why = whyNot(ledger, pair, step, day);
    if (why) broken("wrong", `step ${number} ${whose}: ${why}`);
    if (courses.some((course) => isPutOff(step, course, zone))) continue;
    const cadence = cadenceOf(ledger, step);
    const least = Math.min(...courses.map(({ sent }) => sent));
    if (!cadence) broken("wrong", `step ${number} ${whose}: without reminders`);
    else if (least >= cadence.most) broken("beyond", `step ${number} ${whose}: the ${least + 1}th time`);
  }
  judgeChoice(ledger, pair, mail, { zone, day, begins }, (rule, about) =>
    broken(rule, `${about} on day ${day} ${whose}`),
  );
  settle(ledger, pair, mail, { zone, day, begins });
}

/** The day that it is the reminder of. Whoever has just moved may get one that was made for the zone before. */
function dayOf(ledger: Ledger, pair: Pair, at: number): { zone: string; day: Day } {
  const { zoneBefore } = pair;
  const isRecent = zoneBefore && at - zoneBefore.until < 12 * HOUR;
  const zones = [zoneOf(ledger, pair), ...(isRecent ? [zoneBefore.zone] : [])];
  const days = zones.map((zone) => ({ zone, day: localDayOf(zone, at) }));
  const fitting = days.find(({ zone, day }) => isMorningOf(zone, day, at) && day > pair.lastMailDay);
  return fitting ?? days[0] ?? { zone: "UTC", day: 0 };
}

function whyNot(ledger: Ledger, pair: Pair, step: Step, day: Day): string | null {
  if (!isTheirs(ledger, step, pair.person)) return "done, dropped, removed, given away or not theirs to see";
  if (!isActionable(ledger, step)) return "blocked, or waiting for another";
  return step.snoozedUntil !== null && step.snoozedUntil > day ? "put off" : null;
}

type Morning = { zone: string; day: Day; begins: number };

/** Whether it lists what it had to, and had a reason to come at all. */
function judgeChoice(ledger: Ledger, pair: Pair, mail: TakenMail, { zone, day, begins }: Morning, broken: Broken) {
  const isSettled = (number: number) => found(ledger.told, number).touchedAt < begins;
  if (pair.touchedAt >= begins) return;
  const awaited = pair.awaited?.day === day ? pair.awaited.steps : pair.steps;
  for (const number of awaited) {
    if (mail.isFull || mail.steps.includes(number) || !isSettled(number)) continue;
    if (isSurelyDue(ledger, pair, number, day, zone)) broken("missed", `step ${number}`);
  }
  const isAsked = mail.steps.some((number) => !isSettled(number) || isPerhapsDue(ledger, pair, number, day, zone));
  if (!isAsked) broken("unasked", `steps ${mail.steps}`);
}

/** What it names counts if it was due, and was named beside others if not; where that has changed this morning, it may be either. */
function settle(ledger: Ledger, pair: Pair, mail: TakenMail, { zone, day, begins }: Morning) {
  const named = new Set(mail.isFull ? [...mail.steps, ...pair.steps] : mail.steps);
  const standing = new Map(
    [...named].map((number) => [
      number,
      found(ledger.told, number).courses.map((course) => isDue(ledger, pair, number, course, day, zone)),
    ]),
  );
  for (const [number, isDueIn] of standing) {
    const told = found(ledger.told, number);
    if (told.touchedAt >= begins || pair.touchedAt >= begins) doubt(ledger, number, day);
    else told.courses = distinct(told.courses.map((course, at) => (isDueIn[at] ? reminded(course, day) : course)));
  }
  pair.lastMailDay = Math.max(pair.lastMailDay, day);
  pair.awaited = null;
}
