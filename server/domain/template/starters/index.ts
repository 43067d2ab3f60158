import type { Template } from "../types";
import { enterpriseSoftware } from "./enterprise-software";
import { pilot } from "./pilot";
import { publicTender } from "./public-tender";

/** The templates that every workspace has from the first day. */
export const starters: readonly Template[] = [enterpriseSoftware, pilot, publicTender];

export function starterOf(key: string): Template | null {
  return starters.find((starter) => starter.key === key) ?? null;
}
