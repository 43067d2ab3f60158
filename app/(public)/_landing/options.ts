export type LandingOptions = {
  /** Signs the visitor in as one of the demo's people: the form's field `as` is "seller" or "buyer". Null where there is no demo. */
  lookAround: ((form: FormData) => Promise<void>) | null;
};

export async function landingOptions(): Promise<LandingOptions> {
  return { lookAround: null };
}
