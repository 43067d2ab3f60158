import { Temporal } from "temporal-polyfill";

const known = new Map<string, boolean>();

/** Whether a zone is an IANA name that this runtime knows. Offsets such as `+02:00` are not: they have no summer time. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(zone)) return false;
  const remembered = known.get(zone);
  if (remembered !== undefined) return remembered;
  const answer = isUnderstood(zone);
  if (answer) known.set(zone, true);
  return answer;
}

/**
 * The instant at which it is `hour` o'clock on a date in a zone. An hour that the clock skips is taken as much later as the
 * clock jumps; of an hour that comes twice, the first is meant. An unknown zone counts as UTC.
 * @param hour 0 … 23
 */
export function localMorning(date: Temporal.PlainDate, zone: string, hour = 8): Temporal.Instant {
  return date.toPlainDateTime({ hour }).toZonedDateTime(zoneOrUtc(zone), { disambiguation: "compatible" }).toInstant();
}

/** The date on the wall at an instant. An unknown zone counts as UTC. */
export function localDate(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zoneOrUtc(zone)).toPlainDate();
}

function zoneOrUtc(zone: string): string {
  return isKnownZone(zone) ? zone : "UTC";
}

function isUnderstood(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
