import { isKnownZone, zoneOfAddress } from "../calendar";

/**
 * In which zone somebody's morning is: their own, else that of the country which their address names, else the plan's. A zone that
 * this runtime doesn't know counts as not known.
 */
export function morningZone(own: string | null, email: string, ofPlan: string | undefined): string {
  const zones = [own, zoneOfAddress(email), ofPlan];
  return zones.find((zone) => zone && isKnownZone(zone)) ?? "UTC";
}
