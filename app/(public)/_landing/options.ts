import { env } from "@/server/env";

export type LandingOptions = { canLookAround: boolean };

/** Looking around without an account exists only on the visitor's own machine, where the demo is. */
export function landingOptions(): LandingOptions {
  return { canLookAround: env.EMBEDDED && new URL(env.APP_URL).hostname === "localhost" };
}
