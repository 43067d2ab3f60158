export { zoneOfAddress } from "./address-zone";
export { isKnownZone, localDate, localMorning } from "./local-time";
export { countryTimeZone, weekendOf } from "./weekend";
export {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayUpTo,
  type WorkingCalendar,
  workingDaysBetween,
} from "./working-days";
