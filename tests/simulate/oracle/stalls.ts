import { DAY, localDayOf } from "../days";
import { found } from "../world";
import { isTheirs, type Ledger, ownerOf, zoneOf } from "./ledger";
import { cadenceOf, wantsNone } from "./owed";
import type { Played } from "./played";

/** So long after the last reminder there has been a morning, whatever holidays there were. */
const SETTLED_DAYS = 12;

/** What was reminded of as often as may be is shown as stalled, and nothing else is. */
export function judgeStalls(ledger: Ledger, { stalled, until }: Played, broken: (about: string) => void): void {
  ledger.world.steps.forEach((step, number) => {
    const pair = ownerOf(ledger, step);
    const cadence = cadenceOf(ledger, step);
    if (!pair || !cadence || !isTheirs(ledger, step, pair.person) || wantsNone(ledger, pair)) return;
    const { courses, touchedAt } = found(ledger.told, number);
    const counts = courses.map(({ sent }) => sent);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    const last = Math.max(...courses.map((course) => course.last));
    const settled = localDayOf(zoneOf(ledger, pair), until - SETTLED_DAYS * DAY);
    const isLongAgo = Math.max(last, step.dueOn ?? 0, step.snoozedUntil ?? 0) < settled;
    const isUntouched = Math.max(touchedAt, pair.touchedAt) < until - SETTLED_DAYS * DAY;
    if (least >= cadence.most && isLongAgo && isUntouched && !stalled.has(number)) {
      broken(`step ${number} was reminded of ${least} times and is not shown as stalled`);
    }
    const needed = cadence.weekly ? cadence.most : 1;
    if (stalled.has(number) && most < needed) broken(`step ${number} is shown as stalled after ${most}`);
  });
}
