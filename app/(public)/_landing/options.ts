export type LandingOptions = { canLookAround: boolean };

/** Looking around without an account exists only where the demo is. */
export async function landingOptions(): Promise<LandingOptions> {
  return { canLookAround: false };
}
