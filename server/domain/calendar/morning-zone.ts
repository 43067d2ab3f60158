import { isKnownZone } from "./local-time";
import { type PlaceOfPlan, placeOfAddress } from "./place-of-address";

/**
 * In which zone somebody's morning is, whatever is mailed to them: their own, else that of the country which their address names,
 * else the plan's. A zone that this runtime doesn't know counts as not known.
 */
export function morningZone(own: string | null | undefined, email: string, plan: PlaceOfPlan): string {
  const zones = [own, placeOfAddress(email, plan).zone, plan.timeZone];
  return zones.find((zone) => zone && isKnownZone(zone)) ?? "UTC";
}
