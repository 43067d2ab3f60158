export { countryTimeZone } from "./country-zone";
export { isKnownZone, localDate, localMorning } from "./local-time";
export { morningZone } from "./morning-zone";
export { type Clock, type PlaceOfPlan, placeOfAddress } from "./place-of-address";
export { weekendOf } from "./weekend";
export {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayUpTo,
  type WorkingCalendar,
  workingDaysBetween,
} from "./working-days";
export { eveningOf, morningOfLate, nextMorningAtWork } from "./working-hours";
